using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Portal.Rules.SecondFactors;
using Portal.TestKit.Accounts;
using Portal.TestKit.Web;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Accounts.Details;
using Portal.Web.Domain.Accounts.Factors;
using Portal.Web.Domain.Accounts.Passwords;
using Portal.Web.Domain.Accounts.Registration;
using Portal.Web.Domain.Accounts.Sessions;

namespace Portal.Web.Tests.Http.Twice;

/// <summary>For each form of the portal: how one comes to the moment before the button is pressed.</summary>
internal static class Stories
{
    private const string Import =
        "オペレータID,姓,名,部署,電話番号,メールアドレス,キーワード,有効期限\r\nN0009601,一括,花子,監視課,03-1234-5678,one@control.example.jp,Keyword2468,2027/03/31\r\n";
    private const string Security = "/t/security";
    private const string Rental = "/t/rental";
    private const string Control = "/t/control";

    public static IReadOnlyDictionary<string, Func<People, Task<Press>>> All { get; } = new Dictionary<string, Func<People, Task<Press>>>
    {
        // Guests and unfinished sign-ins.
        ["SignIn.SignIn.Create"] = async w =>
        {
            await new Account("control", People.ParentId) { Email = "parent@control.example.jp" }.AddToAsync(w.App);
            return await People.OpenAsync(w.App.CreateBrowser(), Control + "/login",
                fill: form => form.Fill("Identifier", People.ParentId).Fill("Password", Account.UsualPassword));
        },
        ["SignIn.SecondStep.Totp.Create"] = async w =>
            await People.OpenAsync((await w.AtSecondStepAsync()).Browser, Security + "/login/totp",
                fill: form => form.Fill("Code", Authenticator.Code(w.App))),
        ["SignIn.SecondStep.EmailCode.Create"] = async w =>
        {
            var (browser, _) = await w.AtSecondStepAsync(hasApp: false);
            var code = await w.CodeAsync();
            return await People.OpenAsync(browser, Security + "/login/email-code", fill: form => form.Fill("Code", code));
        },
        ["SignIn.SecondStep.EmailCode.Resend"] = async w =>
        {
            var (browser, _) = await w.AtSecondStepAsync(hasApp: false);
            w.App.Time.Advance(TimeSpan.FromMinutes(2));
            return await People.OpenAsync(browser, Security + "/login/email-code", "form[action$=resend]");
        },
        ["SignIn.SecondStep.RecoveryCode.Create"] = async w =>
        {
            var code = "";
            var (browser, _) =
                await w.AtSecondStepAsync(before: async id => code = (await RecoverySheet.MakeAsync(w.App, "security", id))[0]);
            return await People.OpenAsync(browser, Security + "/login/recovery-code", fill: form => form.Fill("Code", code));
        },
        ["SignIn.SecondStep.Method.Create"] = async w =>
            await People.OpenAsync((await w.AtSecondStepAsync()).Browser, Security + "/login/method",
                fill: form => form.Choose("Method", nameof(FactorMethod.EmailCode))),
        ["SignIn.SignOut.Create"] = async w =>
            await People.OpenAsync((await w.ControlAsync()).Parent, Control + "/home", "form[action$='/logout']"),
        ["Recovery.TemporaryPasswords.Unlock.Create"] = async w => await People.OpenAsync(
            w.App.CreateBrowser(), Control + "/unlock", fill: form => form.Fill("Identifier", "N0009002").Fill("Keyword", "Keyword1357")
                .Fill("Email", "child@control.example.jp")),
        ["Recovery.ResetLinks.ResetRequest.Identified"] = async w =>
            await People.OpenAsync(w.App.CreateBrowser(), Security + "/unlock", fill: form => form.Fill("Identifier", People.SecurityId)),
        ["Recovery.ResetLinks.ResetRequest.Verified"] = async w =>
        {
            var browser = w.App.CreateBrowser();
            await (await People.OpenAsync(browser, Security + "/unlock",
                fill: form => form.Fill("Identifier", People.SecurityId))).Form.SubmitAsync();
            return await People.OpenAsync(browser, Security + "/unlock/verify", fill: form => form.Fill("Email", People.SecurityAddress));
        },

        // Mailed links.
        ["Recovery.Links.Reset.Update"] = async w =>
        {
            await new Account("security", People.SecurityId) { Email = People.SecurityAddress }.AddToAsync(w.App);
            var browser = w.App.CreateBrowser();
            await (await People.OpenAsync(browser, Security + "/unlock",
                fill: form => form.Fill("Identifier", People.SecurityId))).Form.SubmitAsync();
            await (await People.OpenAsync(browser, Security + "/unlock/verify",
                fill: form => form.Fill("Email", People.SecurityAddress))).Form.SubmitAsync();
            return await People.OpenAsync(browser, await w.LinkAsync("reset", People.SecurityAddress),
                fill: form => form.Fill("New", People.Fresh).Fill("Again", People.Fresh));
        },
        ["Recovery.Links.Invitation.Update"] = async w =>
        {
            var id = await new Account("security", People.SecurityId)
            {
                Email = People.SecurityAddress,
                Password = null,
                EmailConfirmed = false
            }.AddToAsync(w.App);
            await w.InTenantAsync("security", id, (services, user) => services.GetRequiredService<InvitationService>().InviteAsync(user));
            return await People.OpenAsync(w.App.CreateBrowser(), await w.LinkAsync("invite", People.SecurityAddress),
                fill: form => form.Fill("New", People.Fresh).Fill("Again", People.Fresh));
        },
        ["OwnAccount.EmailChange.Email.Create"] = async w =>
            await People.OpenAsync((await w.RentalAsync()).Browser, Rental + "/account/email", "form[action$='/account/email']"),
        ["OwnAccount.EmailChange.NewEmail.Create"] = NewEmailAsync,
        ["OwnAccount.EmailChange.Email.Resend"] = async w =>
            await People.OpenAsync(await NamedAsync(w), Rental + "/account/email", "form[action$=resend]"),
        ["OwnAccount.EmailChange.Email.Check"] = async w =>
        {
            var person = await w.RentalAsync();
            await w.App.World.Accounts.ChangeAsync(person.Id, user => user.EmailBouncedAt, w.App.Time.GetUtcNow());
            return await People.OpenAsync(person.Browser, Rental + "/account/email", "form[action$=check]");
        },
        ["OwnAccount.EmailChange.Email.Cancel"] = async w =>
            await People.OpenAsync(await NamedAsync(w), Rental + "/account/email", "form[action$=cancel]"),
        ["OwnAccount.EmailChange.EmailConfirm.Create"] = async w =>
        {
            await NamedAsync(w);
            return await People.OpenAsync(w.App.CreateBrowser(), await w.LinkAsync("email/confirm", "new@rental.example.jp"));
        },
        ["OwnAccount.EmailChange.EmailRevert.Create"] = async w =>
        {
            await NamedAsync(w);
            await (await People.OpenAsync(w.App.CreateBrowser(),
                await w.LinkAsync("email/confirm", "new@rental.example.jp"))).Form.SubmitAsync();
            return await People.OpenAsync(w.App.CreateBrowser(), await w.LinkAsync("email/revert", People.RentalAddress));
        },
        ["OwnAccount.EmailChange.EmailProof.Create"] = async w =>
        {
            var press = await RecoveryAsync(w);
            await press.Form.SubmitAsync(press.Button);
            return await People.OpenAsync(w.App.CreateBrowser(), await w.LinkAsync("email/proof", "moved@control.example.jp"));
        },
        ["Telephony.TemporaryPasswords.PhoneConfirm.Create"] = async w =>
        {
            await w.SetByPhoneAsync("0666680001", "caller@homephone.example.jp");
            return await People.OpenAsync(w.App.CreateBrowser(), await w.LinkAsync("temp-password/confirm", "caller@homephone.example.jp"));
        },
        ["SignInNotices.NotMe.Create"] = async w =>
        {
            await w.RentalAsync();
            return await People.OpenAsync(w.App.CreateBrowser(), await w.LinkAsync("not-me", People.RentalAddress));
        },

        // One's own account.
        ["OwnAccount.Passwords.RequiredPassword.Update"] = async w =>
        {
            var id = await new Account("control", People.ChildId) { Email = "child@control.example.jp" }.AddToAsync(w.App);
            var temporary = await w.TemporaryAsync("control", id);
            var browser = w.App.CreateBrowser();
            await browser.SignInAsync("control", People.ChildId, temporary);
            return await People.OpenAsync(browser, Control + "/password/required",
                fill: form => form.Fill("Current", temporary).Fill("New", "Violet8642tram").Fill("Again", "Violet8642tram"));
        },
        ["OwnAccount.Passwords.Password.Confirm"] = PasswordAsync,
        ["OwnAccount.Passwords.Password.Update"] = async w =>
        {
            var first = await PasswordAsync(w);
            return new Press(first.Browser, (await first.Form.SubmitAsync()).SameForm(), "変更");
        },
        ["Reauthentication.Reauthentication.Create"] = async w => await People.OpenAsync(
            (await w.ControlAsync()).Parent, Control + "/reauth?next=%2Ft%2Fcontrol%2Fhome",
                fill: form => form.Fill("Password", Account.UsualPassword)),
        ["OwnAccount.WorkingContracts.WorkingContract.Switch"] = async w =>
        {
            const string Other = "C-900009";
            var (parent, _) = await w.ControlAsync();
            await new Account("control", "N0009701") { Contract = Other }.AddToAsync(w.App);
            await w.App.World.Memberships.AddAsync(await w.App.World.Accounts.IdOfAsync(People.ParentId), Other);
            return await People.OpenAsync(parent, Control + "/account/contract");
        },
        ["OwnAccount.Preferences.Preferences.Update"] = async w =>
            await People.OpenAsync((await w.ControlAsync()).Parent, Control + "/account/preferences"),
        ["OwnAccount.Profile.Profile.Update"] = async w =>
            await People.OpenAsync((await w.ControlAsync()).Parent, Control + "/account/profile/edit"),
        ["OwnAccount.OwnData.OwnData.Create"] = async w =>
            await People.OpenAsync((await w.ControlAsync()).Parent, Control + "/account/data"),
        ["OwnAccount.Sessions.Sessions.EndOthers"] = async w =>
        {
            var (browser, _) = await w.RentalAsync();
            await w.SignedInAsync("rental", People.RentalId, People.RentalAddress);
            return await People.OpenAsync(browser, Rental + "/account/sessions", "form[action$=end-others]");
        },
        ["OwnAccount.Sessions.Sessions.End"] = async w =>
        {
            var (browser, _) = await w.RentalAsync();
            await w.SignedInAsync("rental", People.RentalId, People.RentalAddress);
            return await People.OpenAsync(browser, Rental + "/account/sessions", "form[action$='/end']");
        },
        ["OwnAccount.SecondFactors.Apps.AppSetUp.Begin"] = async w =>
            await People.OpenAsync((await w.RentalAsync()).Browser, Rental + "/account/mfa/totp/new"),
        ["OwnAccount.SecondFactors.Apps.AppSetUp.Name"] = async w =>
        {
            var first = await People.OpenAsync((await w.RentalAsync()).Browser, Rental + "/account/mfa/totp/new");
            await first.Form.SubmitAsync();
            return await People.OpenAsync(first.Browser, Rental + "/account/mfa/totp/new/scan");
        },
        ["OwnAccount.SecondFactors.Apps.AppSetUp.Confirm"] = async w =>
        {
            var first = await People.OpenAsync((await w.RentalAsync()).Browser, Rental + "/account/mfa/totp/new");
            var scan = await (await first.Form.SubmitAsync()).FollowAsync();
            var secret = SecretText.Read(scan.Texts("main .p-code")[0]);
            await scan.Form().SubmitAsync();
            return await People.OpenAsync(first.Browser, Rental + "/account/mfa/totp/new/verify",
                fill: form => form.Fill("Code", TotpCodes.At(secret, w.App.Time.GetUtcNow())));
        },
        ["OwnAccount.SecondFactors.Codes.RecoveryCodes.Create"] = async w =>
            await People.OpenAsync((await w.RentalAsync(hasApp: true)).Browser, Rental + "/account/recovery-codes"),
        ["OwnAccount.SecondFactors.Codes.EmailCodes.Update"] = async w =>
            await People.OpenAsync((await w.RentalAsync(hasApp: true)).Browser, Rental + "/account/mfa/email"),

        // Other people's accounts.
        ["Operators.Registrations.Registrations.Create"] = async w =>
        {
            var (parent, _) = await w.ControlAsync();
            var check = await (await People.OpenAsync(parent, People.Operators + "/new", "form:has([name=LoginId])",
                fill: form => form.Fill("LoginId", "N0009500").Fill("FamilyName", "新規"))).Form.SubmitAsync("確認へ進む");
            return new Press(parent, check.SameForm("form:has([name=LoginId])"), "追加");
        },
        ["Operators.Edits.Edits.Update"] = async w =>
        {
            var (parent, child) = await w.ControlAsync();
            var check = await (await People.OpenAsync(parent, $"{People.Operators}/{child}/edit", "form:has([name=Version])",
                fill: form => form.Fill("Department", "第三課"))).Form.SubmitAsync("確認へ進む");
            return new Press(parent, check.SameForm("form:has([name=Version])"), "保存");
        },
        ["Operators.RecoveryDetails.RecoveryDetails.Update"] = RecoveryAsync,
        ["Operators.TemporaryPasswords.TemporaryPasswords.Create"] = w => OnChildAsync(w, "temporary-password"),
        ["Operators.SignIns.Disablements.Create"] = w => OnChildAsync(w, "disable"),
        ["Operators.SignIns.Enablements.Create"] = w => OnChildAsync(w, "enable", user => user.DisabledAt = DateTimeOffset.UnixEpoch),
        ["Operators.SignIns.SessionEnds.Create"] = w => OnChildAsync(w, "end-sessions"),
        ["Operators.LockoutReleases.LockoutReleases.Create"] = async w =>
        {
            var (parent, child) = await w.ControlAsync();
            await w.LockAsync(child);
            return await People.OpenAsync(parent, $"{People.Operators}/{child}/lockout-release");
        },
        ["Operators.Removals.Removals.Create"] = async w =>
        {
            var (browser, _) = await w.RentalAsync();
            var other = await new Account("rental", People.RentalId) { Email = "hanako@rental.example.jp" }.AddToAsync(w.App);
            return await People.OpenAsync(browser, $"{Rental}/operators/{other}/delete");
        },
        ["Operators.Imports.Imports.Preview"] = async w => await People.OpenAsync(
            (await w.ControlAsync()).Parent, People.Operators + "/import", "form[enctype]", "確認へ進む",
                form => form.Attach("upload", "list.csv", Encoding.UTF8.GetBytes(Import), "text/csv")),
        ["Operators.Imports.Imports.Create"] = async w =>
        {
            var first = await People.OpenAsync((await w.ControlAsync()).Parent, People.Operators + "/import", "form[enctype]",
                fill: form => form.Attach("upload", "list.csv", Encoding.UTF8.GetBytes(Import), "text/csv"));
            return new Press(first.Browser, (await first.Form.SubmitAsync("確認へ進む")).SameForm("form[action$=confirm]"));
        },
        ["Operators.Exports.OperatorExports.Create"] = async w =>
            await People.OpenAsync((await w.ControlAsync()).Parent, People.Operators, "form[action*=export]"),

        // The staff.
        ["Admin.Users.Acts.Disable.Create"] = w => ByStaffAsync(w, "disable"),
        ["Admin.Users.Acts.Enable.Create"] = w => ByStaffAsync(w, "enable", user => user.DisabledAt = DateTimeOffset.UnixEpoch),
        ["Admin.Users.Acts.EndSessions.Create"] = w => ByStaffAsync(w, "end-sessions"),
        ["Admin.Users.Acts.TemporaryPassword.Create"] = w => ByStaffAsync(w, "temporary-password"),
        ["Admin.Users.Acts.LockoutRelease.Create"] = w => ByStaffAsync(w, "lockout-release", locked: true),
        ["Admin.Users.Adding.NewUser.Create"] = async w =>
        {
            await new Account("control", People.ChildId).AddToAsync(w.App);
            var contract = await w.App.World.Contracts.ReadAsync(row => row.Number == "C-900001", row => row.Id);
            var staff = await w.StaffAsync();
            var check = await (await People.OpenAsync(staff, $"/admin/contracts/control/{contract}/users/new", "form:has([name=Reason])",
                fill: form => form.Fill("LoginId", "N0009500").Fill("FamilyName", "新規").Fill("Reason", "契約者からの依頼"))).Form
                .SubmitAsync("確認へ進む");
            return new Press(staff, check.SameForm("form:has([name=Reason])"), "追加");
        },
        ["Admin.Users.Edits.UserDetails.Update"] = async w =>
        {
            var id = await new Account("control", People.ChildId) { Email = "child@control.example.jp" }.AddToAsync(w.App);
            var staff = await w.StaffAsync();
            var check = await (await People.OpenAsync(staff, $"/admin/users/control/{id}/edit", "form:has([name=Version])",
                fill: form => form.Fill("Email", "moved@control.example.jp").Fill("Reason", "本人からの依頼"))).Form
                .SubmitAsync("確認へ進む");
            return new Press(staff, check.SameForm("form:has([name=Version])"), "保存");
        },
    };

    private static async Task<Press> RecoveryAsync(People w)
    {
        var (parent, child) = await w.ControlAsync();
        var first = await People.OpenAsync(parent, $"{People.Operators}/{child}/recovery", "form:has([name=Version])",
            fill: form => form.Fill("Email", "moved@control.example.jp"));
        return new Press(parent, (await first.Form.SubmitAsync("確認へ進む")).SameForm("form:has([name=Version])"), "保存");
    }

    private static async Task<Press> OnChildAsync(People w, string act, Action<PortalUser>? with = null)
    {
        var (parent, child) = await w.ControlAsync(with);
        return await People.OpenAsync(parent, $"{People.Operators}/{child}/{act}");
    }

    private static async Task<Press> ByStaffAsync(People w, string act, Action<PortalUser>? with = null, bool locked = false)
    {
        var id = await new Account("control", People.ChildId) { Email = "child@control.example.jp", With = with }.AddToAsync(w.App);
        if (locked)
        {
            await w.LockAsync(id);
        }

        return await People.OpenAsync(await w.StaffAsync(), $"/admin/users/control/{id}/{act}",
            fill: form => form.Fill("Form.Reason", "電話で依頼を受けたため"));
    }

    private static async Task<Press> PasswordAsync(People w) => await People.OpenAsync(
        (await w.ControlAsync()).Parent, Control + "/account/password", fill: form => form.Fill("Current", Account.UsualPassword)
            .Fill("New", "Violet8642tram").Fill("Again", "Violet8642tram"));

    private static async Task<Press> NewEmailAsync(People w)
    {
        var (browser, _) = await w.RentalAsync();
        await (await People.OpenAsync(browser, Rental + "/account/email", "form[action$='/account/email']")).Form.SubmitAsync();
        return await People.OpenAsync(browser, await w.LinkAsync("email/new", People.RentalAddress),
            fill: form => form.Fill("Email", "new@rental.example.jp"));
    }

    /// <summary>The new address is named, and waits for its proof.</summary>
    private static async Task<PortalBrowser> NamedAsync(People w)
    {
        var press = await NewEmailAsync(w);
        await press.Form.SubmitAsync();
        w.App.Time.Advance(TimeSpan.FromMinutes(2));
        return press.Browser;
    }
}
