using Portal.Rules.OptionServices;
using Portal.Rules.Provisioning;

namespace Portal.Web.Data.Seed;

/// <summary>A setting of an option service in the demonstration: whose, how, and how far it got.</summary>
/// <param name="By">Who set it.</param>
internal sealed record DemoOption(string By, string Number, OptionSettings Settings, ProvisioningState State = ProvisioningState.Applied)
{
    private static readonly DayOfWeek[] Weekdays =
        [DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday];

    private static readonly IReadOnlyDictionary<string, IReadOnlyList<DemoOption>> Sites = new Dictionary<string, IReadOnlyList<DemoOption>>
    {
        ["homephone"] =
        [
            new("0612345678", "0612345678", new ForwardingSettings
            {
                Mode = ForwardingMode.When,
                Busy = true,
                NoAnswer = true,
                Seconds = 20,
                Target = "+819012345678",
                Schedule = [new WeekSpan(Weekdays, new TimeOnly(9, 0), new TimeOnly(18, 0))],
            }),
            new("0612345678", "0612345678", new RejectionSettings { On = true }),
            new("0612345678", "0612345679", new VoicemailSettings { On = true, Rings = 6 }),
            new("0676543210", "0676543210", new DialSettings
            {
                On = true,
                Favourites = [new("母", "+819011112222"), new("さくら歯科", "+81661112222"), new("学校", "+81663334444")],
            }),
            new("0676543210", "0676543210", new RejectionSettings { On = true, Exceptions = ["+81661112222"] }),
            new("0676543211", "0676543211", Always("+819012345678"), ProvisioningState.Retrying),
            new("4000000001", "0698765432", new VoicemailSettings { On = true, Greeting = VoicemailGreeting.WithNumber }),
            new("4000000001", "0698765433", Always("+819033334444"), ProvisioningState.Failed),
        ],
        ["officephone"] =
        [
            new("A0500001", "05011110001", Always("+819012345678")),
            new("A0500001", "05011110001", new RejectionSettings { On = true }),
            new("A0500001", "05011110002", new VoicemailSettings { On = true, NotifyAddress = "soumu@officephone.example.jp" }),
            new("A0500001", "05011110004", new ForwardingSettings
            {
                Mode = ForwardingMode.When,
                OutOfReach = true,
                Target = "+815011110001",
            }, ProvisioningState.Retrying),
            new("A0500001", "05011110005", new DialSettings
            {
                On = true,
                Favourites = [new("税務署", "+81352223333"), new("みほん工務店", "+815022220001")],
            }),
            new("A0500002", "05022220002", Always("+819055556666")),
            new("A0500002", "05022220003", new VoicemailSettings { On = true, Rings = 3 }),
        ],
    };

    public static IReadOnlyList<DemoOption> Of(string slug) => Sites.GetValueOrDefault(slug, []);

    private static ForwardingSettings Always(string target) => new() { Mode = ForwardingMode.Always, Target = target };
}
