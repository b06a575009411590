using System.Net;
using Portal.Rules.Delegation;
using Portal.Rules.SecondFactors;
using Portal.TestKit.Accounts;
using Portal.TestKit.Mail;
using Portal.TestKit.Web;
using Portal.Web.Tenancy.Profiles;

namespace Portal.Web.Tests.Features.Operators;

/// <summary>Who manages, and what a manager may do (CONT-4, CONT-5, AZ-06 to AZ-08).</summary>
public sealed class GrantingPermissions : ContactsTest
{
    private Task<AccountRole> RoleAsync(Guid id) => UserAsync(user => user.Role, id);

    private Task<string?> PermissionsAsync(Guid id) => UserAsync(user => user.Permissions, id);

    private static readonly (string Permission, string[] Pages)[] Needs =
    [
        ("See", ["", "login-history"]),
        ("Create", ["invitation"]),
        ("Edit", ["edit", "recovery", "login-id", "permissions", "disable", "enable", "end-sessions"]),
        ("Unlock", ["lockout-release"]),
        ("Reset", ["reset-link"]),
    ];

    [Fact]
    public async Task CONT_5_AMemberBecomesAdministrator_AndIsToldSo()
    {
        var member = await SignedInAsync(MemberId);
        var page = (await (await SignedInAsync(ManagerId)).GetAsync(Page(Member, "permissions"))).ShouldBeOk();
        page.Texts("[name=Permissions] + label").ShouldBe(["閲覧", "追加", "変更", "ロックの解除", "再設定", "出力"]);
        (await page.Form().Check("Administrator").Check("Permissions", "See").Check("Permissions", "Unlock").SubmitAsync("保存"))
            .ShouldRedirectTo(Page(Member));

        (await RoleAsync(Member)).ShouldBe(AccountRole.Manager);
        (await PermissionsAsync(Member)).ShouldBe("See,Unlock");
        (await DetailsOfAsync("permissions-changed"))
            .ShouldBe("""{"changes":{"role":["Member","Manager"],"permissions":[null,"See,Unlock"]}}""");
        (await App.MailsAsync("hanako@example.jp")).ShouldHaveSingleItem().Subject.ShouldContain("権限");

        // LOGIN-6: more privilege begins with another session.
        (await member.GetAsync(List)).Location.ShouldNotBeNull().ShouldContain("/login");
        (await (await SignedInAsync(MemberId)).GetAsync(List)).ShouldBeOk().ShouldNotShow("利用者の追加");
    }

    [Fact]
    public async Task CONT_5_EachPermissionOpensItsPagesAndNoOthers()
    {
        var second = await SignedInAsync(SecondId);
        foreach (var (permission, _) in Needs)
        {
            await PermitAsync(Second, permission);
            foreach (var (needed, pages) in Needs)
            {
                foreach (var act in pages.Where(act => act != "login-history"))
                {
                    var status = (await second.GetAsync(Page(Member, act))).Status;
                    (status is HttpStatusCode.OK or HttpStatusCode.SeeOther)
                        .ShouldBe(needed == permission || needed == "See", $"{permission}: {act} {status}");
                }
            }

            (await second.GetAsync(List)).ShouldBeOk();
            (await second.GetAsync(List + "/new")).Status.ShouldBe(permission == "Create" ? HttpStatusCode.OK : HttpStatusCode.Forbidden);
            (await second.GetAsync(List + "/locked")).Status.ShouldBe(permission == "Unlock" ? HttpStatusCode.OK
                : HttpStatusCode.Forbidden);
        }

        await PermitAsync(Second, "See");
        (await second.GetAsync(List)).Has("form[action*=export]").ShouldBeFalse();
        await PermitAsync(Second, "See,Export");
        (await (await second.GetAsync(List)).Form("form[action*=export]").SubmitAsync()).ShouldBeOk();
    }

    [Fact]
    public async Task CONT_5_NobodyGrantsWhatTheyLack()
    {
        await PermitAsync(Second, "See,Edit");
        var page = (await (await SignedInAsync(SecondId)).GetAsync(Page(Member, "permissions"))).ShouldBeOk();
        page.Texts("[name=Permissions] + label").ShouldBe(["閲覧", "変更"]);
        (await page.Form().Check("Administrator").Check("Permissions", "See").Forge("Permissions", "Export").SubmitAsync("保存"))
            .ShouldBeForbidden();
        (await RoleAsync(Member)).ShouldBe(AccountRole.Member);

        await page.Form().Check("Administrator").Check("Permissions", "See").SubmitAsync("保存");
        (await PermissionsAsync(Member)).ShouldBe("See");
    }

    [Fact]
    public async Task AZ_06_NobodyGetsHoldOfAManagerWhoMayMore()
    {
        await PermitAsync(Second, "See,Edit,Reset");
        var second = await SignedInAsync(SecondId);
        foreach (var act in new[] { "recovery", "login-id", "permissions", "disable", "enable", "end-sessions" })
        {
            (await second.GetAsync(Page(Manager, act))).ShouldBeForbidden();
        }

        (await second.GetAsync(Page(Manager, "edit"))).ShouldBeOk();
    }

    [Fact]
    [Trait("Review", "S14")]
    public async Task AZ_06_NobodyLetsAManagerInAgainWhoMayMore()
    {
        await PermitAsync(Second, "See,Edit");
        await App.World.Accounts.DisableAsync(Manager);
        var second = await SignedInAsync(SecondId);
        (await second.GetAsync(Page(Manager))).ShouldBeOk().Has($"a[href$='{Manager}/enable']").ShouldBeFalse();

        (await PostAsync(second, Page(Manager, "enable"))).ShouldBeForbidden();
        (await PostAsync(second, Page(Manager, "end-sessions"))).ShouldBeForbidden();

        (await App.World.Accounts.IsDisabledAsync(Manager)).ShouldBeTrue();
        (await EventsAsync("user-enabled")).ShouldBe(0);
        (await EventsAsync("access-denied", Manager)).ShouldBe(2);
    }

    [Fact]
    [Trait("Review", "S14")]
    public async Task AZ_23_WhoMayOnlySeeTakesNothingAway()
    {
        await PermitAsync(Second, "See");
        var second = await SignedInAsync(SecondId);
        foreach (var path in new[] { List + "/export", List + "/login-history/export", Page(Member, "login-history/export") })
        {
            (await PostAsync(second, path)).ShouldBeForbidden();
        }

        (await EventsAsync("exported")).ShouldBe(0);
        (await EventsAsync("access-denied")).ShouldBe(3, "AU-02: each refusal once");
    }

    [Fact]
    public async Task SAFE_4_CONT_5_WhoMayDoOneThing_SeesWhomItIsDoneTo_AndFindsTheWayThere()
    {
        await PermitAsync(Second, "Unlock");
        await App.World.Locks.LockAsync(Member);
        var second = await SignedInAsync(SecondId);
        (await second.GetAsync("/t/security/home")).ShouldBeOk().Has($"main a[href='{List}']").ShouldBeTrue();
        (await second.GetAsync(List + "/locked")).ShouldBeOk();
        (await second.GetAsync(Page(Member))).ShouldBeOk();

        (await (await second.GetAsync(Page(Member, "lockout-release"))).ShouldBeOk().Form().SubmitAsync())
            .ShouldRedirectTo(List + "/lockout-release/done");
    }

    [Fact]
    public async Task SAFE_4_CONT_5_WhoMayNotReleaseALock_IsToldToAskAManagerWhoMay()
    {
        await PermitAsync(Second, "See");
        await App.World.Locks.LockAsync(Member);

        (await (await SignedInAsync(SecondId)).GetAsync(Page(Member))).ShouldBeOk().ShouldShow("解除は、権限のある契約管理者に依頼してください。")
            .ShouldNotShow("本人であることを確かめて");
        (await (await SignedInAsync(ManagerId)).GetAsync(Page(Member))).ShouldBeOk().ShouldShow("本人であることを確かめて")
            .ShouldNotShow("権限のある");
    }

    [Fact]
    public async Task CONT_5_SeeingIsGrantedWithWhateverElseIs_AndTheFormSaysSo()
    {
        var page = (await (await SignedInAsync(ManagerId)).GetAsync(Page(Member, "permissions"))).ShouldBeOk();
        page.ShouldShow("ほかの権限を選ぶと、「閲覧」も与えられます");

        await page.Form().Check("Administrator").Check("Permissions", "Reset").SubmitAsync("保存");

        (await PermissionsAsync(Member)).ShouldBe("See,Reset");
    }

    [Fact]
    public async Task CONT_5_AnAdministratorWithoutAnyPermissionIsNone() =>
        (await (await (await SignedInAsync(ManagerId)).GetAsync(Page(Member, "permissions"))).Form().Check("Administrator")
            .SubmitAsync("保存")).ShouldBeRefused().ShouldShow("できることを選択してください");

    [Fact]
    public async Task CONT_4_NobodyDemotesItself_AndTheLastManagerStays()
    {
        var manager = await SignedInAsync(ManagerId);
        (await manager.GetAsync(Page(Manager, "permissions"))).ShouldBeRefused().ShouldShow("自分自身に対しては");
        (await DemoteAsync(manager, Second)).ShouldRedirectTo(Page(Second));
        (await RoleAsync(Second)).ShouldBe(AccountRole.Member);
        (await RoleAsync(Manager)).ShouldBe(AccountRole.Manager);
    }

    [Fact]
    public async Task AZ_07_WhoWasDemotedBetweenPageAndPost_GetsA403AndHasNoEffect()
    {
        await App.World.Locks.LockAsync(Member);
        var second = await SignedInAsync(SecondId);
        var pages = new List<PortalPage>();
        foreach (var act in new[] { "disable", "lockout-release", "end-sessions" })
        {
            pages.Add(await second.GetAsync(Page(Member, act)));
        }

        await DemoteAsync(await SignedInAsync(ManagerId), Second);
        foreach (var page in pages)
        {
            (await page.Form().SubmitAsync()).ShouldBeForbidden();
        }

        (await EventsAsync("user-disabled")).ShouldBe(0);
        (await second.GetAsync(Page(Member))).ShouldBeNotFound();
        (await second.GetAsync(Page(Stranger))).ShouldBeNotFound();
    }

    [Fact]
    public async Task AZ_08_TwoManagersDemotingEachOtherAtOnce_ExactlyOneSucceeds()
    {
        var page = await (await SignedInAsync(ManagerId)).GetAsync(Page(Second, "permissions"));
        var other = await (await SignedInAsync(SecondId)).GetAsync(Page(Manager, "permissions"));
        var answers = await Task.WhenAll(page.Form().Uncheck("Administrator").SubmitAsync("保存"),
            other.Form().Uncheck("Administrator").SubmitAsync("保存"));

        answers.Count(answer => answer.Status == HttpStatusCode.SeeOther).ShouldBe(1);
        answers.Count(answer => answer.Status == HttpStatusCode.Forbidden).ShouldBe(1);
        (await App.World.Accounts.CountAsync(user => user.Role == AccountRole.Manager && (user.Id == Manager || user.Id == Second)))
            .ShouldBe(1);
        (await EventsAsync("permissions-changed")).ShouldBe(1);
    }

    [Fact]
    public async Task CONT_2_ASecondFactorIsAskedOfOne_AndItsOwnerIsTold()
    {
        await App.ChangeProfileAsync(Tenant,
            profile => profile with { SecondFactor = new SecondFactorProfile(SecondFactorMode.Optional, ["emailCode"]) });
        var manager = await SignedInAsync(ManagerId);
        await (await manager.GetAsync(Page(Member, "permissions"))).Form().Check("RequireFactor").SubmitAsync("保存");

        (await UserAsync(user => user.MustHaveSecondFactor, Member)).ShouldBeTrue();
        (await EventsAsync("factor-requirement-changed", Member)).ShouldBe(1);
        (await EventsAsync("permissions-changed")).ShouldBe(0);
        (await App.MailsAsync("hanako@example.jp")).ShouldHaveSingleItem().Subject.ShouldContain("多要素認証");
    }

    [Fact]
    public async Task SAFE_1_PermissionsChangedElsewhereAreAConflict()
    {
        var slow = await (await SignedInAsync(ManagerId)).GetAsync(Page(Member, "permissions"));
        await (await (await SignedInAsync(SecondId)).GetAsync(Page(Member, "permissions"))).Form().Check("Administrator")
            .Check("Permissions", "See").SubmitAsync("保存");

        var conflict = await slow.Form().Check("Administrator").Check("Permissions", "Edit").Check("Permissions", "Create")
            .SubmitAsync("保存");
        conflict.ShouldBe(HttpStatusCode.Conflict).ShouldShow(SecondId);
        (await PermissionsAsync(Member)).ShouldBe("See");

        var again = (await conflict.Form().SubmitAsync("入力した内容を見直す")).ShouldBeOk();
        again.Has("[name=Permissions][value=Edit][checked]").ShouldBeTrue();
        again.Has("[name=Permissions][value=Unlock][checked]").ShouldBeFalse();
        (await conflict.Form().SubmitAsync("入力した内容で保存")).ShouldRedirectTo(Page(Member));
        (await PermissionsAsync(Member)).ShouldBe("See,Create,Edit");
    }

    [Fact]
    public async Task AZ_01_AZ_05_ForeignAndUnmanagedIdsDoNotExist()
    {
        var (manager, member) = (await SignedInAsync(ManagerId), await SignedInAsync(MemberId));
        foreach (var act in new[] { "login-id", "permissions", "invitation", "reset-link" })
        {
            (await manager.GetAsync(Page(Stranger, act))).ShouldBeNotFound();
            (await member.GetAsync(Page(Second, act))).ShouldBeNotFound();
        }
    }

    /// <summary>A form that no page of this one offers.</summary>
    private static async Task<PortalPage> PostAsync(PortalBrowser browser, string path)
    {
        var token = (await browser.GetAsync("/t/security/home")).ShouldBeOk().Find("[name=__RequestVerificationToken]");
        return await browser.PostAsync(path, [new("__RequestVerificationToken", token.GetAttribute("value")!)]);
    }
}
