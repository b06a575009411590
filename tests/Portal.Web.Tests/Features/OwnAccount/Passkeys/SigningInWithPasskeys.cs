using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Portal.Rules.SecondFactors;
using Portal.TestKit.Accounts;
using Portal.TestKit.Passkeys;
using Portal.TestKit.Web;
using Portal.Web.Data.Entities;

namespace Portal.Web.Tests.Features.OwnAccount.Passkeys;

public sealed class SigningInWithPasskeys : PasskeyTest
{
    [Fact]
    public async Task MFA_1_APasskeySignsInWithoutPasswordAndCountsAsBothFactors()
    {
        await App.ChangeProfileAsync(Tenant,
            profile => profile with { SecondFactor = profile.SecondFactor with { Mode = SecondFactorMode.Required } });
        var browser = App.CreateBrowser();

        var answer = await browser.SignInWithPasskeyAsync(Tenant, Passkey, "?returnUrl=%2Ft%2Fsecurity%2Faccount%2Fpassword");

        JsonElement.Parse(answer.ShouldBeOk().Body).GetProperty("location").GetString().ShouldBe("/t/security/account/password");
        (await browser.GetAsync("/t/security/account/password")).ShouldBeOk();
        var session = await App.QueryAsync(Tenant,
            db => db.Sessions.OrderBy(row => row.CreatedAt).LastAsync(row => row.Method == SignInMethod.Passkey));
        (session.State, session.FactorProvenAt).ShouldBe((SessionState.Full, App.Time.GetUtcNow()));
        (await RowAsync()).LastUsedAt.ShouldBe(App.Time.GetUtcNow());
        (await EventsAsync("signed-in")).Last().SubjectId.ShouldBe(UserId);
    }

    [Fact]
    public async Task LOGIN_5_AForeignReturnUrlLeadsHome() =>
        JsonElement.Parse((await App.CreateBrowser().SignInWithPasskeyAsync(Tenant, Passkey, "?returnUrl=%2F%2Fevil.example"))
            .ShouldBeOk().Body).GetProperty("location").GetString().ShouldBe("/t/security/");

    [Fact]
    public async Task LOGIN_6_SE_01_ThePlantedCookieStaysTheAttackers()
    {
        var attacker = App.CreateBrowser();
        await new Account(Tenant, "attacker.test.cs").AddToAsync(App);
        await attacker.SignInAsync(Tenant, "attacker.test.cs");
        var planted = attacker.Cookies["__Secure-portal"]!;
        var victim = App.CreateBrowser();
        victim.Cookies.Plant("__Secure-passkey", "planted-by-somebody", "/t/security");

        (await victim.SignInWithPasskeyAsync(Tenant, Passkey)).ShouldBeOk();

        victim.Cookies["__Secure-portal"].ShouldNotBe(planted);
    }

    [Fact]
    public async Task EN_07_TheOptionsAreTheSameForEverybodyAndNameNobody()
    {
        Owner.Cookies.Remove("__Secure-portal");
        var (known, stranger) = (await SignInDialogAsync(Owner), await SignInDialogAsync());
        foreach (var dialog in new[] { known, stranger })
        {
            dialog.Options.GetProperty("allowCredentials").GetArrayLength().ShouldBe(0);
            dialog.Options.GetProperty("rpId").GetString().ShouldBe("localhost");
            dialog.Options.GetProperty("userVerification").GetString().ShouldBe("required");
            dialog.Options.GetProperty("challenge").GetString()!.Length.ShouldBe(43);
        }

        known.Offer.Body.Length.ShouldBe(stranger.Offer.Body.Length);
        known.Options.EnumerateObject().Select(each => each.Name).ShouldBe(stranger.Options.EnumerateObject().Select(each => each.Name));
    }

    public static TheoryData<string, string> Lies => new()
    {
        { "origin", "origin" },
        { "cross-origin", "origin" },
        { "relying party", "relying party" },
        { "challenge", "challenge" },
        { "not verified", "verif" },
        { "signature", "signature" },
        { "counter", "count" },
    };

    [Theory]
    [MemberData(nameof(Lies))]
    public async Task MF_17_AnAnswerThatDoesNotHoldIsRefused(string lie, string why)
    {
        Passkey.Counter = 7;
        (await App.CreateBrowser().SignInWithPasskeyAsync(Tenant, Passkey)).ShouldBeOk();
        var sessions = await SessionsAsync();
        var dialog = await SignInDialogAsync();
        Passkey.Counter = lie == "counter" ? 7u : 9u;
        (Passkey.CrossOrigin, Passkey.VerifiesUser, Passkey.SpoilsSignature) =
            (lie == "cross-origin", lie != "not verified", lie == "signature");
        Passkey.Origin = lie == "origin" ? "https://evil.example" : Passkey.Origin;
        Passkey.RelyingParty = lie == "relying party" ? "evil.example" : null;
        Passkey.Challenge = lie == "challenge" ? (await SignInDialogAsync()).Options.GetProperty("challenge").GetString() : null;

        await ShouldBeRefusedAsync(await dialog.GetAsync(Passkey), sessions, "NotVerified", why);
    }

    [Fact]
    public async Task MF_17_TR_11_TheHeadersOfTheRequestDecideNothing()
    {
        Passkey.Origin = "https://evil.example";
        var browser = App.CreateBrowser();
        browser.Origin = Passkey.Origin;
        await ShouldBeRefusedAsync(await (await SignInDialogAsync(browser)).GetAsync(Passkey), 1, "NotVerified", "origin");
    }

    [Fact]
    public async Task MF_17_AChallengeWorksOnce()
    {
        var dialog = await SignInDialogAsync();
        Passkey.SpoilsSignature = true;
        (await dialog.GetAsync(Passkey)).ShouldBe(HttpStatusCode.UnprocessableEntity);
        Passkey.SpoilsSignature = false;

        (await dialog.GetAsync(Passkey)).ShouldBe(HttpStatusCode.UnprocessableEntity);

        (await EventsAsync("passkey-refused")).Select(row => row.Reason)
            .ShouldBe(["NotVerified", "ChallengeUsed"], ignoreOrder: true);
        (await SessionsAsync()).ShouldBe(1);
    }

    [Fact]
    public async Task LOGIN_8_OneThatIsRefusedAtTheDoor_CountsOnce()
    {
        App.Time.Advance(TimeSpan.FromMinutes(1));
        Passkey.SpoilsSignature = true;
        (await (await SignInDialogAsync()).GetAsync(Passkey)).ShouldBe(HttpStatusCode.UnprocessableEntity);

        await SignedInAsync(Tenant, Id);

        (await LastSessionAsync()).FailuresBefore.ShouldBe(1);
    }

    [Fact]
    public async Task MF_17_OfManyAnswersAtOnce_OneSignsIn()
    {
        var browser = App.CreateBrowser();
        var dialog = await SignInDialogAsync(browser);
        var credential = Passkey.Get(dialog.Options);
        var sessions = await SessionsAsync();

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => dialog.AnswerAsync(credential)));

        answers.Count(answer => answer.Status == HttpStatusCode.OK).ShouldBe(1);
        (await SessionsAsync()).ShouldBe(sessions + 1);
        (await EventsAsync("passkey-refused")).ShouldAllBe(row => row.Reason == "ChallengeUsed");
    }

    [Fact]
    public async Task MF_17_AChallengeOfAnotherBrowserIsNone()
    {
        var dialog = await SignInDialogAsync();
        await ShouldBeRefusedAsync(await dialog.AnswerFromAsync(await SignInDialogAsync(), Passkey.Get(dialog.Options)), 1,
            "ChallengeUnknown");
    }

    [Fact]
    public async Task MF_17_AChallengeOfAnotherPurposeIsNone()
    {
        var proof = await PasskeyDialog.OpenAsync(Owner, "/t/security/reauth");
        Owner.Cookies.Remove("__Secure-portal");
        var dialog = await SignInDialogAsync(Owner);
        dialog.Ceremony = proof.Ceremony;
        await ShouldBeRefusedAsync(await dialog.AnswerAsync(Passkey.Get(proof.Options)), 1, "ChallengeOfAnother");
    }

    [Fact]
    public async Task MF_17_AChallengeEndsAfterFiveMinutes()
    {
        var browser = App.CreateBrowser();
        var dialog = await SignInDialogAsync(browser);
        App.Time.Advance(TimeSpan.FromMinutes(4));
        var later = await SignInDialogAsync(browser);
        App.Time.Advance(TimeSpan.FromMinutes(1));
        await ShouldBeRefusedAsync(await dialog.AnswerAsync(Passkey.Get(dialog.Options)), 1, "ChallengeExpired");
        (await later.GetAsync(Passkey)).ShouldBeOk();
    }

    [Fact]
    public async Task MF_17_ThePasskeyOfSomebodyElseIsRefused()
    {
        await new Account(Tenant, "other.test.cs").AddToAsync(App);
        using var other = new SoftPasskey();
        await (await SignedInAsync(Tenant, "other.test.cs")).AddPasskeyAsync(Tenant, other);
        (other.UserHandle, Passkey.UserHandle) = (Passkey.UserHandle, other.UserHandle);

        await ShouldBeRefusedAsync(await App.CreateBrowser().SignInWithPasskeyAsync(Tenant, other), 2, "NotVerified", "belong");
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("\"text\"")]
    [InlineData("""{"id":"AAAA","type":"public-key","response":{"userHandle":"!!"}}""")]
    [InlineData(
        """
        {"id":"AAAA","rawId":"AAAA","type":"password","clientExtensionResults":{},
        "response":{"userHandle":null,"clientDataJSON":"","authenticatorData":"","signature":""}}
        """)]
    public async Task MF_17_WhatIsNoAnswerIsRefused(string credential) =>
        await ShouldBeRefusedAsync(await (await SignInDialogAsync()).AnswerAsync(JsonNode.Parse(credential)!), 1, "NoUserHandle");

    [Fact]
    public async Task MF_17_WithoutAUserHandleNobodyIsMeant()
    {
        Passkey.UserHandle = null;
        await ShouldBeRefusedAsync(await App.CreateBrowser().SignInWithPasskeyAsync(Tenant, Passkey), 1, "NoUserHandle");
    }

    [Fact]
    public async Task MF_19_ThePasskeyOfAnotherTenantIsNamedAsSuchAndOpensNothing()
    {
        await new Account(OtherTenant, "owner0002") { Email = "owner@officephone.example.jp" }.AddToAsync(App);
        using var foreign = new SoftPasskey();
        await (await SignedInAsync(OtherTenant, "owner0002")).AddPasskeyAsync(OtherTenant, foreign);

        var answer = await App.CreateBrowser().SignInWithPasskeyAsync(Tenant, foreign);

        await ShouldBeRefusedAsync(answer, 1, "OtherSite", says: "このパスキーは別のサイト用です");
        (await App.CreateBrowser().SignInWithPasskeyAsync(OtherTenant, foreign)).ShouldBeOk();
    }

    [Fact]
    public async Task MF_19_WhateverItClaims_ACredentialOfAnotherTenantIsUnknownHere()
    {
        await new Account(OtherTenant, "owner0002") { Email = "owner@officephone.example.jp" }.AddToAsync(App);
        using var foreign = new SoftPasskey();
        await (await SignedInAsync(OtherTenant, "owner0002")).AddPasskeyAsync(OtherTenant, foreign);
        foreign.UserHandle = Passkey.UserHandle;
        await ShouldBeRefusedAsync(await App.CreateBrowser().SignInWithPasskeyAsync(Tenant, foreign), 1, "NotVerified", "belong");
    }

    [Fact]
    public async Task MF_20_AnAnswerFromBeforeTheDeletionIsRefusedAfterIt()
    {
        var dialog = await SignInDialogAsync();
        var credential = Passkey.Get(dialog.Options);
        await App.QueryAsync(Tenant, db => db.Passkeys.ExecuteDeleteAsync());
        await ShouldBeRefusedAsync(await dialog.AnswerAsync(credential), 1, "NotVerified", "belong");
    }

    [Theory]
    [InlineData("disabled", "Disabled")]
    [InlineData("locked", "Locked")]
    [InlineData("void", "PasswordVoid")]
    [InlineData("contract", "ContractSuspended")]
    [InlineData("validity", "ValidityEnded")]
    public async Task CG_20_TheStateOfTheAccountIsAskedAsAfterAPassword(string state, string reason)
    {
        await ChangeUserAsync(user =>
        {
            var now = App.Time.GetUtcNow();
            _ = state switch
            {
                "disabled" => (object?)(user.DisabledAt = now),
                "locked" => user.SignIn!.StrangerLockedAt = now,
                "void" => user.SignIn!.VoidedAt = now,
                "contract" => user.Contract!.Status = ContractStatus.Suspended,
                _ => user.ValidUntil = DateOnly.FromDateTime(now.AddDays(-2).UtcDateTime),
            };
        });

        await ShouldBeRefusedAsync(await App.CreateBrowser().SignInWithPasskeyAsync(Tenant, Passkey), 1, reason);
    }

    [Fact]
    public async Task TEMP_6_AnAccountThatMustChangeItsPassword_GetsTheChangeAlone()
    {
        await ChangeUserAsync(user => user.MustChangePassword = true);
        var browser = App.CreateBrowser();
        JsonElement.Parse((await browser.SignInWithPasskeyAsync(Tenant, Passkey)).ShouldBeOk().Body).GetProperty("location").GetString()
            .ShouldBe("/t/security/password/required");
        (await browser.GetAsync("/t/security/home")).Status.ShouldNotBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task LOCK_1_TheCountOfFailuresEnds()
    {
        await App.CreateBrowser().TrySignInAsync(Tenant, Id, "Wrong1357-Tiger");
        (await App.CreateBrowser().SignInWithPasskeyAsync(Tenant, Passkey)).ShouldBeOk();
        (await App.QueryAsync(Tenant,
            db => db.SignInStates.Where(row => row.UserId == UserId).Select(row => row.TotalFailures).SingleAsync())).ShouldBe(0);
    }

    [Fact]
    public async Task MF_16_WhereTheTenantDoesNotOfferPasskeys_NoneSignsIn()
    {
        var dialog = await SignInDialogAsync();
        await App.ChangeProfileAsync(Tenant,
            profile => profile with { SecondFactor = profile.SecondFactor with { Methods = ["emailCode"] } });

        (await dialog.GetAsync(Passkey)).ShouldBeNotFound();
        var page = await App.CreateBrowser().GetAsync("/t/security/login");
        page.Has("[data-passkey]").ShouldBeFalse();
        page.Find("input[name=Identifier]").GetAttribute("autocomplete").ShouldBe("username");
        (await Owner.GetAsync(List)).ShouldBeNotFound();
    }

    [Fact]
    public async Task WB_01_WithoutTheFormsTokenNothingHappens()
    {
        var request = new HttpRequestMessage(HttpMethod.Post,
            "/t/security/login/passkey/options")
        { Content = new StringContent("{}", Encoding.UTF8, "application/json") };
        (await App.CreateBrowser().SendAsync(request)).ShouldBe(HttpStatusCode.BadRequest);
        (await App.QueryAsync(Tenant, db => db.PasskeyCeremonies.CountAsync(row => row.Purpose == PasskeyPurpose.SignIn))).ShouldBe(0);
    }

    [Fact]
    public async Task UI_TheFieldOffersPasskeysAndTheButtonWaitsForTheScript()
    {
        var page = await App.CreateBrowser().GetAsync("/t/security/login");
        page.Find("input[name=Identifier]").GetAttribute("autocomplete").ShouldBe("username webauthn");
        page.Find("[data-passkey=get]").HasAttribute("hidden").ShouldBeTrue();
        page.Has("script[src*=passkey]").ShouldBeTrue();
    }

    [Fact]
    [Trait("Review", "F22")]
    public async Task LOGIN_2_ADeletedPasskeyIsReportedAsUnknown_AndNothingElseIs()
    {
        var broken = Passkey.Get((await SignInDialogAsync()).Options);
        var refused = await (await SignInDialogAsync()).AnswerAsync(broken);
        refused.ShouldBe(HttpStatusCode.UnprocessableEntity).Body.ShouldNotContain("unknown");
        await App.QueryAsync(Tenant, db => db.Passkeys.ExecuteDeleteAsync());

        var answer = await (await SignInDialogAsync()).GetAsync(Passkey);

        answer.ShouldBe(HttpStatusCode.UnprocessableEntity).Body.ShouldContain("\"unknown\":true");
        (await EventsAsync("passkey-refused")).Count.ShouldBe(2);
    }
}
