using Microsoft.Extensions.DependencyInjection;
using Portal.Rules.Telephony;
using Portal.TestKit.Accounts;
using Portal.TestKit.Telephony;
using Portal.Web.Domain.Telephony;
using Portal.Web.Tenancy;

namespace Portal.Web.Tests.Domain.Accounts.Matrix;

/// <summary>A temporary password that is set by a call from the account's own number, in that state (TEMP-3).</summary>
public sealed class ByPhoneCall : Way
{
    private const string Digits = "20481593";

    public override string Tenant => HomeLine.Tenant;

    public override IReadOnlyList<string> Actions => ["Voice.*"];

    public override Outcome Success => Outcome.ChangeOnly;

    // It is the way back for whoever is locked out or let a password grow old; a number without an account gets one.
    public override IReadOnlyDictionary<AccountState, Outcome> Exceptions { get; } = new Dictionary<AccountState, Outcome>
    {
        [AccountState.LockedForATime] = Outcome.ChangeOnly,
        [AccountState.LockedUntilReleased] = Outcome.ChangeOnly,
        [AccountState.PasswordExpired] = Outcome.ChangeOnly,
        [AccountState.TemporaryPasswordLives] = Outcome.ChangeOnly,
        [AccountState.TemporaryPasswordExpired] = Outcome.ChangeOnly,
        [AccountState.Deleted] = Outcome.ChangeOnly,
    };

    public override Account Account(int number) => new(Tenant, $"06970000{number:00}") { Contract = $"49700000{number:00}" };

    public override Task PrepareAsync(Person person)
    {
        ArgumentNullException.ThrowIfNull(person);
        return new HomeLine(person.Account.Contract!, AuthenticationUnit.Line, person.Account.LoginId)
            .AddNumbersAsync(person.App, new Dictionary<string, Guid>());
    }

    public override async Task<Outcome> TryAsync(Person person)
    {
        ArgumentNullException.ThrowIfNull(person);
        var tenant = await person.App.Services.GetRequiredService<TenantCatalog>().FindBySlugAsync(Tenant);
        foreach (var (turn, keys) in new[] { "", "1", Digits, Digits }.Index())
        {
            await person.App.Services.GetRequiredService<VoiceLine>().AnswerAsync(tenant!,
                new VoicePost("CA" + person.UserId, person.LoginId, turn, keys, IsOver: false), CancellationToken.None);
        }

        var page = await person.Browser.GetAsync($"/t/{Tenant}/login");
        if (page.Has("input[name=Password]"))
        {
            await page.Form("main form").Fill("Identifier", person.LoginId).Fill("Password", Digits).SubmitAsync();
        }

        return await ReachedAsync(person);
    }
}
