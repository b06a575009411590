using System.Net;
using System.Text.Json;
using Portal.TestKit.Accounts;
using Portal.TestKit.Passkeys;
using Portal.TestKit.Web;

namespace Portal.Web.Tests.Features.OwnAccount.Passkeys;

public sealed class ProvingOneself : PasskeyTest
{
    private const string Proof = "/t/security/reauth?next=%2Ft%2Fsecurity%2Faccount%2Fpasskeys%2Fnew";

    [Fact]
    public async Task MFA_6_APasskeyIsAProof()
    {
        App.Time.Advance(TimeSpan.FromMinutes(11));
        var dialog = await PasskeyDialog.OpenAsync(Owner, Proof);
        dialog.Options.GetProperty("allowCredentials").GetArrayLength().ShouldBe(1);
        var before = Owner.Cookies["__Secure-portal"];

        var answer = await ProveAsync(dialog, Passkey);

        JsonElement.Parse(answer.ShouldBeOk().Body).GetProperty("location").GetString().ShouldBe(List + "/new");
        Owner.Cookies["__Secure-portal"].ShouldNotBe(before);
        (await Owner.GetAsync(List + "/new")).ShouldBeOk();
        (await EventsAsync("reauthenticated")).ShouldHaveSingleItem().Reason.ShouldBe("Passkey");
    }

    [Fact]
    public async Task MFA_6_AForeignNextLeadsHome()
    {
        var dialog = await PasskeyDialog.OpenAsync(Owner, "/t/security/reauth?next=https%3A%2F%2Fevil.example");
        JsonElement.Parse((await ProveAsync(dialog, Passkey)).ShouldBeOk().Body).GetProperty("location").GetString()
            .ShouldBe("/t/security/");
    }

    [Fact]
    public async Task MF_17_SomebodyElsesPasskeyProvesNothing()
    {
        await new Account(Tenant, "other.test.cs").AddToAsync(App);
        using var other = new SoftPasskey();
        await (await SignedInAsync(Tenant, "other.test.cs")).AddPasskeyAsync(Tenant, other);
        await ShouldBeRefusedAsync(await ProveAsync(await PasskeyDialog.OpenAsync(Owner, Proof), other), 2, "NotVerified", "belong",
            "パスキーで確認できませんでした", "reauthentication-failed");
    }

    [Fact]
    public async Task MF_17_TheChallengeOfAnotherSessionIsNone()
    {
        var elsewhere = await SignedInAsync(Tenant, Id);
        var dialog = await PasskeyDialog.OpenAsync(Owner, Proof);
        Passkey.Counter++;
        var answer = await dialog.AnswerFromAsync(await PasskeyDialog.OpenAsync(elsewhere, Proof), Passkey.Get(dialog.Options));
        await ShouldBeRefusedAsync(answer, 2, "ChallengeUnknown", says: "パスキーで確認できませんでした", kind: "reauthentication-failed");
    }

    [Fact]
    public async Task LOGIN_8_WhatFailsInsideASession_IsNoFailedSignIn()
    {
        App.Time.Advance(TimeSpan.FromMinutes(1));
        Passkey.SpoilsSignature = true;
        (await ProveAsync(await PasskeyDialog.OpenAsync(Owner, Proof), Passkey)).ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await (await PasskeyDialog.OpenAsync(Owner, List + "/new")).CreateAsync(Passkey)).ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await EventsAsync("reauthentication-failed")).ShouldHaveSingleItem().Reason.ShouldBe("NotVerified");
        (await EventsAsync("passkey-not-added")).ShouldHaveSingleItem().SubjectId.ShouldBe(UserId);

        await SignedInAsync(Tenant, Id);

        (await LastSessionAsync()).FailuresBefore.ShouldBe(0);
    }

    [Fact]
    public async Task CG_23_ALockedAccountProvesNothing_AndTheSessionStays()
    {
        var now = App.Time.GetUtcNow();
        await ChangeUserAsync(user => (user.SignIn!.StrangerLockedAt, user.SignIn.KnownLockedAt) = (now, now));

        (await ProveAsync(await PasskeyDialog.OpenAsync(Owner, Proof), Passkey)).ShouldBe(HttpStatusCode.UnprocessableEntity);

        (await EventsAsync("reauthentication-failed")).ShouldHaveSingleItem().Reason.ShouldBe("Locked");
        (await Owner.GetAsync(List)).ShouldBeOk();
    }

    [Fact]
    public async Task MFA_6_AnAccountWithoutAPasswordIsAskedForItsPasskeyAlone()
    {
        await ChangeUserAsync(user => user.PasswordHash = null);
        var page = await Owner.GetAsync(Proof);
        page.Has("input[type=password]").ShouldBeFalse();
        page.ShouldShow("このIDにはパスワードがありません");
        (await ProveAsync(await PasskeyDialog.OpenAsync(Owner, Proof), Passkey)).ShouldBeOk();
    }

    [Fact]
    public async Task MFA_6_WithoutAPasskeyThereIsNoButton()
    {
        await new Account(Tenant, "other.test.cs").AddToAsync(App);
        (await (await SignedInAsync(Tenant, "other.test.cs")).GetAsync(Proof)).Has("[data-passkey]").ShouldBeFalse();
    }

    private static Task<PortalPage> ProveAsync(PasskeyDialog dialog, SoftPasskey passkey)
    {
        passkey.Counter++;
        return dialog.GetAsync(passkey);
    }
}
