using System.Buffers.Text;
using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Portal.Rules.SecondFactors;
using Portal.TestKit.Accounts;
using Portal.TestKit.Mail;
using Portal.TestKit.Passkeys;
using Portal.TestKit.Web;

namespace Portal.Web.Tests.Features.OwnAccount.Passkeys;

public sealed class KeepingPasskeys : PasskeyTest
{
    private const string New = List + "/new";

    [Fact]
    public async Task MFA_1_MFA_6_ANewPasskey_WithRowEventMailAndTheListBehindIt()
    {
        using var another = new SoftPasskey { Synced = true };
        var dialog = await PasskeyDialog.OpenAsync(Owner, New);

        var answer = await dialog.CreateAsync(another, "予備の端末");

        JsonElement.Parse(answer.ShouldBeOk().Body).GetProperty("location").GetString().ShouldBe(List);
        (await Owner.GetAsync(List)).ShouldBeOk().ShouldShow("パスキーを追加しました").ShouldShow("予備の端末").ShouldShow("ほかの端末と同期");
        var added = (await EventsAsync("passkey-added")).Last();
        (added.SubjectId, added.ActorId).ShouldBe((UserId, UserId));
        await App.SendMailAsync();
        (await App.MailsAsync("owner@security.example.jp"))
            .ShouldContain(mail => mail.Subject.Contains("パスキーを追加しました") && mail.Text.Contains("予備の端末"));
    }

    [Fact]
    public async Task TheOptionsNameSiteAndOwner_AndLeaveOutWhatTheDeviceHas()
    {
        var options = (await PasskeyDialog.OpenAsync(Owner, New)).Options;

        options.GetProperty("rp").GetProperty("id").GetString().ShouldBe("localhost");
        options.GetProperty("rp").GetProperty("name").GetString().ShouldNotBe("localhost");
        options.GetProperty("user").GetProperty("displayName").GetString()
            .ShouldBe("試験 太郎（" + options.GetProperty("rp").GetProperty("name").GetString() + "）");
        options.GetProperty("user").GetProperty("name").GetString().ShouldBe(Id);
        options.GetProperty("pubKeyCredParams").EnumerateArray().Select(each => each.GetProperty("alg").GetInt32())
            .ShouldBe([-7, -257], ignoreOrder: true);
        options.GetProperty("authenticatorSelection").GetProperty("userVerification").GetString().ShouldBe("required");
        options.GetProperty("authenticatorSelection").GetProperty("residentKey").GetString().ShouldBe("preferred");
        options.GetProperty("excludeCredentials").GetArrayLength().ShouldBe(1);
    }

    [Theory]
    [InlineData("origin", "origin")]
    [InlineData("relying party", "relying party")]
    [InlineData("not verified", "verif")]
    [InlineData("unknown algorithm", "")]
    [InlineData("challenge", "challenge")]
    public async Task MF_17_ARegistrationThatDoesNotHoldAddsNothing(string lie, string why)
    {
        using var liar = new SoftPasskey { Algorithm = lie == "unknown algorithm" ? -8 : -7 };
        var dialog = await PasskeyDialog.OpenAsync(Owner, New);
        liar.Origin = lie == "origin" ? "https://evil.example" : liar.Origin;
        liar.RelyingParty = lie == "relying party" ? "evil.example" : null;
        liar.VerifiesUser = lie != "not verified";
        liar.Challenge = lie == "challenge" ? "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA" : null;

        await ShouldBeRefusedAsync(await dialog.CreateAsync(liar), 1, "NotVerified", why, "パスキーを追加できませんでした",
            "passkey-not-added");

        (await CountAsync()).ShouldBe(1);
    }

    [Fact]
    public async Task MF_18_TheRegistrationOfSomebodyElseIsNone()
    {
        await new Account(Tenant, "other.test.cs").AddToAsync(App);
        var other = await PasskeyDialog.OpenAsync(await SignedInAsync(Tenant, "other.test.cs"), New);
        using var passkey = new SoftPasskey();
        var dialog = await PasskeyDialog.OpenAsync(Owner, New);

        await ShouldBeRefusedAsync(await dialog.AnswerFromAsync(other, passkey.Create(dialog.Options)), 2, "ChallengeUnknown",
            says: "パスキーを追加できませんでした", kind: "passkey-not-added");

        (await CountAsync()).ShouldBe(1);
    }

    [Fact]
    public async Task MF_18_ARegistrationIsOfThisSessionAlone_AndNotReplayed()
    {
        using var passkey = new SoftPasskey();
        var before = await PasskeyDialog.OpenAsync(Owner, New);
        await (await Owner.GetAsync("/t/security/reauth")).Form().Fill("Password", Account.UsualPassword).SubmitAsync();
        var after = await PasskeyDialog.OpenAsync(Owner, New);
        var credential = passkey.Create(before.Options);

        (await before.AnswerFromAsync(after, credential)).ShouldBe(HttpStatusCode.UnprocessableEntity);
        after = await PasskeyDialog.OpenAsync(Owner, New);
        (await after.CreateAsync(passkey)).ShouldBeOk();
        (await after.CreateAsync(passkey)).ShouldBe(HttpStatusCode.UnprocessableEntity);

        (await EventsAsync("passkey-not-added")).Select(row => row.Reason)
            .ShouldBe(["ChallengeOfAnother", "ChallengeUsed"], ignoreOrder: true);
        (await CountAsync()).ShouldBe(2);
    }

    [Fact]
    public async Task MF_18_ACredentialIsRegisteredOnce()
    {
        await ShouldBeRefusedAsync(await (await PasskeyDialog.OpenAsync(Owner, New)).CreateAsync(Passkey), 1, "NotVerified", "already",
            "パスキーを追加できませんでした", "passkey-not-added");
        (await CountAsync()).ShouldBe(1);
    }

    [Fact]
    public async Task MFA_6_MF_18_WithoutAFreshProofNothingIsAddedRenamedOrDeleted()
    {
        var dialog = await PasskeyDialog.OpenAsync(Owner, New);
        using var passkey = new SoftPasskey();
        var credential = passkey.Create(dialog.Options);
        var row = await RowAsync();
        App.Time.Advance(TimeSpan.FromMinutes(11));

        foreach (var path in new[] { New, $"{List}/{row.Id}", $"{List}/{row.Id}/delete" })
        {
            (await Owner.GetAsync(path))
                .ShouldBe(HttpStatusCode.SeeOther).Location.ShouldBe("/t/security/reauth?next=" + Uri.EscapeDataString(path));
        }

        (await dialog.AnswerAsync(credential)).ShouldBeForbidden().Headers["Content-Type"].ShouldStartWith("application/problem+json");
        (await CountAsync()).ShouldBe(1);
        (await Owner.GetAsync(List)).ShouldBeOk();
    }

    [Fact]
    public async Task TenPasskeysAreEnough_AlsoWhenTheyComeAtOnce()
    {
        for (var i = 1; i < 9; i++)
        {
            using var one = new SoftPasskey();
            await Owner.AddPasskeyAsync(Tenant, one);
        }

        SoftPasskey[] more = [new(), new(), new()];
        var dialogs = new List<PasskeyDialog>();
        foreach (var _ in more)
        {
            dialogs.Add(await PasskeyDialog.OpenAsync(Owner, New));
        }

        var answers = await Task.WhenAll(dialogs.Zip(more, (dialog, passkey) => dialog.CreateAsync(passkey)));

        answers.Count(answer => answer.Status == HttpStatusCode.OK).ShouldBe(1);
        (await CountAsync()).ShouldBe(10);
        (await Owner.GetAsync(New)).ShouldRedirectTo(List);
        (await Owner.GetAsync(List)).ShouldShow("パスキーは10個まで登録できます");
    }

    [Fact]
    public async Task Rename_GivesTheNewNameWithAnEvent()
    {
        var path = $"{List}/{(await RowAsync()).Id}";
        var page = await Owner.GetAsync(path);

        (await page.ShouldBeOk().Form().Fill("Name", " 会社のPC ").SubmitAsync()).ShouldBe(HttpStatusCode.SeeOther).Location.ShouldBe(List);

        (await RowAsync()).Name.ShouldBe("会社のPC");
        (await EventsAsync("passkey-renamed")).ShouldHaveSingleItem().Details!.ShouldContain("試験の端末");
        (await Owner.GetAsync(List)).ShouldShow("パスキーの名前を変更しました").ShouldShow("会社のPC");
    }

    [Fact]
    public async Task SAFE_1_Rename_OfWhatWasRenamedMeanwhile_ShowsBothNamesFirst()
    {
        var path = $"{List}/{(await RowAsync()).Id}";
        var (one, other) = (await Owner.GetAsync(path), await Owner.GetAsync(path));
        await one.Form().Fill("Name", "会社のPC").SubmitAsync();

        var conflict = await other.Form().Fill("Name", "自宅のPC").SubmitAsync();

        conflict.ShouldBe(HttpStatusCode.Conflict).ShouldShow("ほかの画面で「会社のPC」に変更されています").Has("[value='自宅のPC']").ShouldBeTrue();
        (await RowAsync()).Name.ShouldBe("会社のPC");
        (await conflict.Form().SubmitAsync()).ShouldBe(HttpStatusCode.SeeOther);
        (await RowAsync()).Name.ShouldBe("自宅のPC");
    }

    [Theory]
    [InlineData("  ", "名前を入力してください")]
    [InlineData("12345678901234567890123456789012345678901234567890123456789012345", "64文字以内")]
    [InlineData("evil\u202Eeman", "使えない文字")]
    public async Task Rename_WithAnUnfitName_IsRefused(string name, string error)
    {
        var page = await Owner.GetAsync($"{List}/{(await RowAsync()).Id}");
        (await page.Form().Fill("Name", name).SubmitAsync()).ShouldBeRefused().ShouldShow(error);
        (await RowAsync()).Name.ShouldBe("試験の端末");
        (await EventsAsync("passkey-renamed")).ShouldBeEmpty();
    }

    [Fact]
    public async Task MF_20_ADeletedPasskeyIsGone_WithEventMailAndTheOtherSessionsEnded()
    {
        var elsewhere = await SignedInAsync(Tenant, Id);
        var page = await Owner.GetAsync($"{List}/{(await RowAsync()).Id}/delete");

        var done = await page.ShouldBeOk().ShouldShow("試験の端末").Form().SubmitAsync("削除");

        (await done.ShouldBe(HttpStatusCode.SeeOther).FollowAsync()).ShouldShow("パスキー「試験の端末」を削除しました").ShouldShow("パスキーはありません");
        (await CountAsync()).ShouldBe(0);
        (await EventsAsync("passkey-removed")).ShouldHaveSingleItem().SubjectId.ShouldBe(UserId);
        await App.SendMailAsync();
        (await App.MailsAsync("owner@security.example.jp")).ShouldContain(mail => mail.Subject.Contains("パスキーを削除しました"));
        (await elsewhere.GetAsync(List)).Location!.ShouldStartWith("/t/security/login");
    }

    [Fact]
    public async Task MF_11_TheOtherSessionsStayWhereTheOwnerWantsIt()
    {
        var elsewhere = await SignedInAsync(Tenant, Id);
        var page = await Owner.GetAsync($"{List}/{(await RowAsync()).Id}/delete");
        await page.Form().Uncheck("EndOthers").SubmitAsync("削除");
        (await elsewhere.GetAsync(List)).ShouldBeOk();
    }

    [Fact]
    public async Task LOGIN_6_MF_15_TheFirstPasskeyProvesAFactor_SoTheSessionGoesOnUnderANewId()
    {
        await new Account(Tenant, "other.test.cs").AddToAsync(App);
        var other = await SignedInAsync(Tenant, "other.test.cs");
        var before = other.Cookies["__Secure-portal"];
        using var passkey = new SoftPasskey();

        await other.AddPasskeyAsync(Tenant, passkey);

        var after = other.Cookies["__Secure-portal"];
        after.ShouldNotBe(before);
        await App.ChangeProfileAsync(Tenant,
            profile => profile with
            {
                SecondFactor = profile.SecondFactor with
                {
                    Mode = SecondFactorMode.Required,
                    Methods = ["passkey"]
                }
            });
        (await other.GetAsync(List)).ShouldBeOk();
    }

    [Fact]
    public async Task MFA_7_WhoMustSetAFactorUp_MakesAPasskeyAndIsIn()
    {
        await App.ChangeProfileAsync(Tenant,
            profile => profile with
            {
                SecondFactor = profile.SecondFactor with
                {
                    Mode = SecondFactorMode.Required,
                    Methods = ["passkey"]
                }
            });
        await new Account(Tenant, "other.test.cs").AddToAsync(App);
        var other = App.CreateBrowser();
        (await other.TrySignInAsync(Tenant, "other.test.cs")).Location.ShouldBe("/t/security/account/mfa/required");
        (await other.GetAsync(List)).Status.ShouldNotBe(HttpStatusCode.OK);
        using var passkey = new SoftPasskey();

        await other.AddPasskeyAsync(Tenant, passkey);

        (await other.GetAsync(List)).ShouldBeOk();
        (await other.GetAsync("/t/security/home")).ShouldBeOk();
    }

    [Fact]
    public async Task MF_21_WhereTheTenantDemandsAFactor_TheLastOneStays()
    {
        await Owner.SignInWithPasskeyAfterSignOutAsync(Tenant, Passkey);
        await App.ChangeProfileAsync(Tenant,
            profile => profile with
            {
                SecondFactor = profile.SecondFactor with
                {
                    Mode = SecondFactorMode.Required,
                    Methods = ["passkey"]
                }
            });
        var page = await Owner.GetAsync($"{List}/{(await RowAsync()).Id}/delete");
        (await page.Form().SubmitAsync("削除")).ShouldBeRefused().ShouldShow("最後のログイン手段は削除できません");
        (await CountAsync()).ShouldBe(1);
    }

    [Fact]
    public async Task MF_12_ABrowserIsTrustedNoLonger()
    {
        await App.QueryAsync(Tenant, async db =>
        {
            var now = App.Time.GetUtcNow();
            db.TrustedBrowsers.Add(new()
            {
                Id = Guid.CreateVersion7(),
                UserId = UserId,
                TokenHash = new byte[32],
                SecurityStamp = "",
                CreatedAt = now,
                ExpiresAt = now.AddDays(30)
            });
            return await db.SaveChangesAsync();
        });
        using var another = new SoftPasskey();
        await Owner.AddPasskeyAsync(Tenant, another);
        (await App.QueryAsync(Tenant, db => db.TrustedBrowsers.CountAsync(row => row.EndedAt == null))).ShouldBe(0);
    }

    [Fact]
    public async Task MF_21_TheLastWayInStays()
    {
        await ChangeUserAsync(user => user.PasswordHash = null);
        var page = await Owner.GetAsync($"{List}/{(await RowAsync()).Id}/delete");
        (await page.Form().SubmitAsync("削除")).ShouldBeRefused().ShouldShow("最後のログイン手段は削除できません");
        (await CountAsync()).ShouldBe(1);
    }

    [Theory]
    [InlineData("")]
    [InlineData("/delete")]
    public async Task AZ_22_ThePasskeyOfSomebodyElse_IsNotFound(string act)
    {
        await new Account(Tenant, "other.test.cs").AddToAsync(App);
        var other = await SignedInAsync(Tenant, "other.test.cs");
        var path = $"{List}/{(await RowAsync()).Id}{act}";

        (await other.GetAsync(path)).ShouldBeNotFound();
        var token = (await other.GetAsync("/t/security/reauth")).Find("input[name=__RequestVerificationToken]").GetAttribute("value")!;
        (await other.PostAsync(path, [new("__RequestVerificationToken", token), new("Name", "mine")])).ShouldBeNotFound();
        (await RowAsync()).Name.ShouldBe("試験の端末");
    }

    [Theory]
    [InlineData(List)]
    [InlineData(New)]
    public async Task WithoutASession_ThePagesLeadToTheSignIn(string path) =>
        (await App.CreateBrowser().GetAsync(path)).Location!.ShouldStartWith("/t/security/login");

    [Fact]
    public async Task MF_09_ASessionThatMustChangeItsPassword_AddsNothing()
    {
        await ChangeUserAsync(user => user.MustChangePassword = true);
        var browser = await SignedInAsync(Tenant, Id);
        (await browser.GetAsync(New)).Status.ShouldNotBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task UI_WithoutTheScriptThePageSaysWhy()
    {
        var page = await Owner.GetAsync(New);
        page.ShouldShow("このブラウザーではパスキーを作成できません");
        page.Find("[data-passkey=create]").HasAttribute("hidden").ShouldBeTrue();
    }

    private Task<int> CountAsync() => App.QueryAsync(Tenant, db => db.Passkeys.CountAsync(row => row.UserId == UserId));

    [Fact]
    [Trait("Review", "F22")]
    public async Task MFA_1_TheListTellsPasswordManagersWhichPasskeysThereAre()
    {
        var options = (await PasskeyDialog.OpenAsync(Owner, New)).Options;
        var page = (await Owner.GetAsync(List)).ShouldBeOk();

        var accepted = JsonElement.Parse(page.Find("[data-accepted]").GetAttribute("data-accepted")!);
        accepted.GetProperty("rpId").GetString().ShouldBe("localhost");
        accepted.GetProperty("userId").GetString().ShouldBe(options.GetProperty("user").GetProperty("id").GetString());
        accepted.GetProperty("allAcceptedCredentialIds").EnumerateArray().Select(id => id.GetString())
            .ShouldBe([Base64Url.EncodeToString(Passkey.Id)]);
        page.Has("script[src*='passkey']").ShouldBeTrue();
    }
}
