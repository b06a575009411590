using System.Net;
using System.Text.Json.Nodes;
using Portal.Rules.SecondFactors;
using Portal.TestKit.Accounts;
using Portal.TestKit.Passkeys;
using Portal.TestKit.Web;
using Portal.Web.Tenancy.Profiles;

namespace Portal.Web.Tests.Features.SignIn;

/// <summary>
/// The limit of an address holds for what comes at once, too: an attempt counts from its beginning (LOCK-8, CG-13).
/// </summary>
[Trait("Review", "S11")]
public sealed class ManyAtOnceFromOneAddress : SignInTest
{
    private const int Limit = 20;

    protected override IReadOnlyDictionary<string, string?> Settings => new Dictionary<string, string?>
    {
        ["Portal:AddressThrottle:SlowAfter"] = "10",
        ["Portal:AddressThrottle:RefuseAfter"] = $"{Limit}",
        ["Portal:AddressThrottle:DelaySeconds"] = "0",
    };

    [Fact]
    public async Task CG_13_LOCK_8_OfNinetyIdsAtOnceOnTwoNodesNoMoreThanTheLimitAreEvaluated()
    {
        await using var other = App.SecondNode();
        var forms = new List<PortalForm>();
        for (var i = 0; i < 90; i++)
        {
            forms.Add((await Stranger().At(i % 2 == 0 ? App : other).GetAsync("/t/control/login")).Form("main form")
                .Fill("Identifier", $"S{i:0000000}").Fill("Password", Wrong));
        }

        var answers = await AtOnceAsync(forms.Count, i => forms[i].SubmitAsync());

        answers.Count(answer => answer.Status == HttpStatusCode.UnprocessableEntity).ShouldBe(Limit, Apart(answers));
        answers.Count(answer => answer.Status == HttpStatusCode.TooManyRequests).ShouldBe(90 - Limit, Apart(answers));
        (await App.World.Audit.CountAsync("sign-in-failed")).ShouldBe(Limit);
        (await FailedAsync()).ShouldBe(Limit);
    }

    [Fact]
    public async Task CG_13_LOCK_8_OfFortyPasskeysAtOnceNoMoreThanTheLimitAreLookedAt()
    {
        await App.ChangeProfileAsync("security",
            profile => profile with { SecondFactor = new SecondFactorProfile(SecondFactorMode.Optional, ["emailCode", "passkey"]) });
        var dialogs = new List<(PasskeyDialog Dialog, JsonNode Answer)>();
        for (var i = 0; i < 40; i++)
        {
            var dialog = await PasskeyDialog.OpenAsync(Stranger(), "/t/security/login");
            dialogs.Add((dialog, JsonNode.Parse("""{"id":"AAAA","response":{}}""")!));
        }

        var answers = await AtOnceAsync(dialogs.Count, i => dialogs[i].Dialog.AnswerAsync(dialogs[i].Answer));

        answers.Count(answer => answer.Status == HttpStatusCode.UnprocessableEntity).ShouldBe(Limit);
        answers.Count(answer => answer.Status == HttpStatusCode.TooManyRequests).ShouldBe(40 - Limit);
        (await FailedAsync()).ShouldBe(Limit);
    }

    [Fact]
    public async Task CG_16_WhoGetsInCountsNothing()
    {
        for (var i = 0; i < Limit + 5; i++)
        {
            await Stranger().SignInAsync(Tenant, Id);
        }

        (await FailedAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task LOCK_8_ASuccessGivesNothingBackToALaterWindow()
    {
        await Stranger().SignInAsync(Tenant, Id);
        App.Time.Advance(TimeSpan.FromMinutes(11));
        await Stranger().TrySignInAsync(Tenant, "S0000001", Wrong);
        await Stranger().SignInAsync(Tenant, Id);

        (await FailedAsync()).ShouldBe(1);
    }

    [Fact]
    public async Task LOCK_8_AKnownBrowserIsExemptAndTakesNothingFromItsAddress()
    {
        var owner = Stranger();
        await (await owner.SignInAsync(Tenant, Id)).Form("form[action$='/logout']").SubmitAsync();
        for (var i = 0; i < Limit; i++)
        {
            (await Stranger().TrySignInAsync(Tenant, $"S{i:0000000}", Wrong)).ShouldBeRefused();
        }

        (await Stranger().TrySignInAsync(Tenant, Id)).ShouldBe(HttpStatusCode.TooManyRequests);
        await owner.SignInAsync(Tenant, Id);
        (await FailedAsync()).ShouldBe(Limit);
    }

    /// <summary>Which different answers there were, for whoever has to find out why.</summary>
    private static string Apart(IEnumerable<PortalPage> answers) => string.Join('\n', answers
        .GroupBy(answer => $"{(int)answer.Status} {string.Join(" | ", answer.Texts("main h1, main h2, main .p-error-summary, main p"))}")
        .Select(same => $"{same.Count()} × {same.Key}"));

    private Task<int> FailedAsync() =>
        App.World.AddressWindows.ReadAsync(window => window.AddressKey == "203.0.113.10", window => window.Failures)!;

    private static Task<PortalPage[]> AtOnceAsync(int count, Func<int, Task<PortalPage>> act) =>
        Task.WhenAll(Enumerable.Range(0, count).Select(i => Task.Run(() => act(i))));
}
