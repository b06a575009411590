using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Rules.SecondFactors;
using Portal.TestKit.Accounts;
using Portal.TestKit.Web;
using Portal.Web.Data;
using Portal.Web.Mail.Marks;
using Portal.Web.Tenancy.Profiles;

namespace Portal.Web.Tests.Features.SignIn;

/// <summary>Texts that nobody types by accident, at the door.</summary>
public sealed class OddTexts : SignInTest
{
    private const string Address = "203.0.113.10";

    public static TheoryData<string> Identifiers =>
    [
        new string('a', 255) + "😀", new string('a', 256) + "😀", new string('a', 254) + "👨‍👩‍👧‍👦",
            string.Concat(Enumerable.Repeat("😀", 200)), "a" + new string('\u0301', 5000), new string('あ', 2000),
        "\uFFFE\uFFFF\u202E", "\U000E0001\U000E0041",
    ];

    [Theory]
    [Trait("Review", "F2")]
    [MemberData(nameof(Identifiers))]
    public async Task TEXT_3_LOCK_8_AnUnknownIdOfAnyText_IsRefusedRecordedAndCounted(string identifier)
    {
        (await Stranger(Address).TrySignInAsync(Tenant, identifier, Wrong)).ShouldBeRefused();

        (await App.World.Audit.CountAsync(happened =>
            happened.Kind == "sign-in-failed" && happened.Reason == "UnknownLoginId" && happened.Address == Address)).ShouldBe(1);
        (await App.World.AddressWindows.ReadAsync(window => window.AddressKey == Address, window => window.Failures)).ShouldBe(1);
    }

    [Fact]
    [Trait("Review", "F20")]
    public async Task WB_08_AReturnAddressThatNobodyWouldFollow_IsNotKept()
    {
        await App.ChangeProfileAsync(Tenant,
            profile => profile with
            {
                SecondFactor = new SecondFactorProfile(SecondFactorMode.Required,
                ["emailCode"])
            });
        foreach (var address in new[] { "/t/control/operators?q=" + new string('x', 2049), "//evil.example/", "/t/control/operators" })
        {
            var form = (await Stranger(Address).GetAsync("/t/control/login?returnUrl=" + Uri.EscapeDataString(address))).ShouldBeOk()
                .Form("main form");
            (await form.Fill("Identifier", Id).Fill("Password", Right).SubmitAsync()).ShouldRedirectTo("/t/control/login/email-code");
        }

        (await App.QueryAsync(Tenant, db => db.SignInAttempts.OrderBy(row => row.Id).Select(row => row.ReturnUrl).ToListAsync()))
            .ShouldBe([null, null, "/t/control/operators"]);
    }

    [Theory]
    [Trait("Review", "F1")]
    [InlineData("😀@😀.jp", "😀***@😀***.jp")]
    [InlineData("taro@example.jp", "t***@e***.jp")]
    public void TEXT_3_EN_08_AMaskedAddress_ShowsAWholeCharacter(string address, string shown) => MaskedEmail.Of(address).ShouldBe(shown);

    [Theory]
    [Trait("Review", "S19")]
    [InlineData("Chrome\u202E/141 \uFFFE😀", "Chrome/141 😀")]
    [InlineData("a\u200B\u2066b", "ab")]
    public async Task AU_06_TheNameOfABrowser_IsKeptWithoutWhatTurnsTheLine(string sent, string kept)
    {
        var browser = Stranger(Address);
        browser.UserAgent = sent;
        (await browser.TrySignInAsync(Tenant, Id, Wrong)).ShouldBeRefused();
        (await App.World.Audit.ReadAsync("sign-in-failed", happened => happened.Browser)).ShouldBe(kept);
    }

    [Fact]
    [Trait("Review", "F1")]
    public async Task TEXT_3_NoStatementFailsBecauseOfAText()
    {
        var broken = "a\uD83D\0b";
        const string Mended = "a\uFFFD\uFFFDb";
        await App.InTenantAsync(Tenant, async services =>
        {
            var db = services.GetRequiredService<PortalDbContext>();
            (await db.Users.SingleAsync(user => user.Id == UserId)).FamilyName = broken;
            await db.SaveChangesAsync();
            string[] several = [broken, "x"];
            (await db.Users.CountAsync(user => user.FamilyName == broken && several.Contains(user.FamilyName))).ShouldBe(1);
            await db.Users.Where(user => user.Id == UserId).ExecuteUpdateAsync(set => set.SetProperty(user => user.GivenName, broken));
        });

        (await App.World.Accounts.ReadAsync(UserId, user => user.FamilyName + user.GivenName)).ShouldBe(Mended + Mended);
    }
}
