using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Portal.Rules.TemporaryPasswords;
using Portal.TestKit.Accounts;
using Portal.TestKit.Web;
using Portal.Web.Domain.Accounts.Throttling;

namespace Portal.Web.Tests.Features.SignIn;

/// <summary>What a stranger can learn from the answers: nothing.</summary>
[Collection(nameof(CountersOfTheProcess))]
public sealed partial class Enumerating : SignInTest
{
    private const string Locked = "N0009011";
    private const string Disabled = "N0009012";
    private const string Expired = "N0009013";
    private const string Foreign = "N0009014";
    private const string Unknown = "N0009015";
    private static readonly string[] Classes = [Unknown, Id, Locked, Disabled, Expired, Foreign];

    protected override IReadOnlyDictionary<string, string?> Settings => new Dictionary<string, string?>
    {
        ["Portal:Passwords:Iterations"] = "220000",
        ["Portal:AddressThrottle:SlowAfter"] = "100000",
        ["Portal:AddressThrottle:RefuseAfter"] = "100000",
        ["Portal:AddressThrottle:Accounts"] = "100000",
    };

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await App.ChangeProfileAsync(Tenant, profile => profile with { Lockout = profile.Lockout with { Limit = 100 } });
        await new Account(Tenant,
            Locked)
        {
            With = user => user.SignIn = new()
            {
                UserId = user.Id,
                StrangerLockedAt = App.Time.GetUtcNow(),
                StrangerFailures = 5
            }
        }.AddToAsync(App);
        await new Account(Tenant, Disabled) { With = user => user.DisabledAt = App.Time.GetUtcNow() }.AddToAsync(App);
        await new Account("security", Foreign).AddToAsync(App);
        var expired = await new Account(Tenant, Expired).AddToAsync(App);
        await App.IssueTemporaryPasswordAsync(Tenant, expired, TemporaryPasswordOrigin.Mail);
        App.Time.Advance(TimeSpan.FromHours(25));
    }

    [Fact]
    public async Task EN_01_LOGIN_2_EveryRefusalIsTheSameAnswer()
    {
        var answers = new List<(string Id, PortalPage Page)>();
        foreach (var id in Classes)
        {
            answers.Add((id, await App.CreateBrowser().TrySignInAsync(Tenant, id, Wrong)));
        }

        var first = Shape(answers[0]);
        foreach (var answer in answers)
        {
            Shape(answer).ShouldBe(first, answer.Id);
        }
    }

    [Fact]
    public async Task EN_01_TheRightPasswordOfALockedOrDisabledAccountIsTheSameAnswer()
    {
        var wrong = await App.CreateBrowser().TrySignInAsync(Tenant, Id, Wrong);
        foreach (var id in new[] { Locked, Disabled })
        {
            Shape((id, await App.CreateBrowser().TrySignInAsync(Tenant, id, Right))).ShouldBe(Shape((Id, wrong)), id);
        }
    }

    /// <summary>
    /// The one step that costs time, the hash, is taken equally often whatever the reason of the refusal: once, and
    /// once more to look for a repeated guess.
    /// </summary>
    [Theory]
    [InlineData(false, 1)]
    [InlineData(true, 2)]
    public async Task EN_02_LOCK_6_EveryRefusalCostsEquallyManyHashes(bool repeatedGuessCountsOnce, int hashes)
    {
        await App.ChangeProfileAsync(Tenant,
            profile => profile with { Lockout = profile.Lockout with { RepeatedGuessCountsOnce = repeatedGuessCountsOnce } });
        foreach (var id in Classes)
        {
            var page = (await App.CreateBrowser().GetAsync("/t/control/login")).Form("main form").Fill("Identifier", id)
                .Fill("Password", Wrong);
            using var verdicts = new MeterReading("portal.password.verdicts");
            using var dummies = new MeterReading("portal.password.dummies");
            (await page.SubmitAsync()).ShouldBeRefused();
            (verdicts.Total + dummies.Total).ShouldBe(hashes, id);
        }
    }

    /// <summary>Status, headers and body, without what must differ: token, typed ID, correlation.</summary>
    private static string Shape((string Id, PortalPage Page) answer)
    {
        var page = answer.Page;
        var headers = page.Headers.Where(header => header.Key is not ("Date" or "Set-Cookie"))
            .Select(header => $"{header.Key}: {header.Value}");
        var body = Token().Replace(page.Body, "").Replace(answer.Id, "ID", StringComparison.Ordinal);
        return $"{page.Status}\n{string.Join('\n', headers)}\n{page.SetCookies.Count} cookies\n{body}";
    }

    [GeneratedRegex("""(?<=name="(__RequestVerificationToken|__form)"[^>]*value=")[^"]+"""
        + """|(?<=value=")[^"]+(?="[^>]*name="__RequestVerificationToken")""")]
    private static partial Regex Token();
}
