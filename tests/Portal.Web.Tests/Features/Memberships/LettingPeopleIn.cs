using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Rules.Delegation;
using Portal.TestKit.Accounts;
using Portal.TestKit.Mail;
using Portal.TestKit.Web;
using Portal.Web.Data;
using Portal.Web.Domain.Accounts.Locks;

namespace Portal.Web.Tests.Features.Memberships;

/// <summary>Managers let people of the holder's other contracts work for theirs (CONT-2, CONT-5).</summary>
public sealed class LettingPeopleIn : MembershipTest
{
    [Fact]
    public async Task CONT_2_AManagerLetsSomebodyIn_RowEventMailAndList()
    {
        var manager = await SignedInAsync(OtherManagerId);
        (await manager.GetAsync(List)).ShouldBeOk().ShouldShow("ほかのご契約の利用者");
        (await manager.GetAsync(Members)).ShouldBeOk().ShouldShow("ほかのご契約の利用者はいません").ShouldShow(Other);

        var done = (await Rights(await manager.GetAsync(Members + "/new")).Fill("LoginId", "  HANAKO@example.jp.cs ")
            .SubmitAsync("追加")).ShouldRedirectTo(Members);

        (await done.FollowAsync()).ShouldBeOk().ShouldShow("佐藤 花子がこのご契約を操作できるようになりました").ShouldShow(MemberId).ShouldShow(First);
        var row = (await App.World.Memberships.ListAsync(row => new { row.UserId, row.Role, row.Permissions, row.ChangedBy }))
            .ShouldHaveSingleItem();
        (row.UserId, row.Role, row.Permissions, row.ChangedBy).ShouldBe((Member, AccountRole.Member, null, OtherManagerId));
        (await UserAsync(user => user.HasMemberships, Member)).ShouldBeTrue();
        (await DetailsOfAsync("membership-granted")).ShouldBe("""{"contract":"N900000002","role":"Member"}""");
        var mail = (await App.MailsAsync("hanako@example.jp")).ShouldHaveSingleItem();
        mail.Subject.ShouldContain("操作できる契約を追加しました");
        mail.Text.ShouldContain(Other);
        (await (await SignedInAsync(ManagerId)).GetAsync(Page(Member))).ShouldBeOk().ShouldShow(Other);
    }

    [Fact]
    public async Task CONT_5_AsAManager_WithWhatTheOneWhoGrantsHas()
    {
        await PermitAsync(await IdOfAsync(OtherManagerId), "See,Edit");
        var page = (await (await SignedInAsync(OtherManagerId)).GetAsync(Members + "/new")).ShouldBeOk();
        page.Texts("[name=Permissions] + label").ShouldBe(["閲覧", "変更"]);
        (await Rights(page).Fill("LoginId", MemberId).Check("Administrator").Check("Permissions", "See").Forge("Permissions", "Reset")
            .SubmitAsync("追加")).ShouldBeForbidden();
        (await App.World.Memberships.CountAsync()).ShouldBe(0);

        (await Rights(page).Fill("LoginId", MemberId).Check("Administrator").Check("Permissions", "See").SubmitAsync("追加"))
            .ShouldRedirectTo(Members);
        (await App.World.Memberships.ReadAsync(Member, row => row.Permissions)).ShouldBe("See");
    }

    [Theory]
    [InlineData("", "ユーザーIDを入力してください")]
    [InlineData("nobody@example.jp.cs", "同じご契約者のほかのご契約にいません")]
    [InlineData(ForeignId, "同じご契約者のほかのご契約にいません")]
    [InlineData(StrangerId, "このご契約に登録されています")]
    [InlineData(SecondId, "すでに追加されています")]
    [InlineData(OtherManagerId, "ご自身のIDです")]
    public async Task CONT_2_WhoCannotBeLetIn_IsSaidAtTheField_AndNothingIsLost(string typed, string said)
    {
        await App.World.Memberships.AddAsync(Second, Other);
        var manager = await SignedInAsync(OtherManagerId);

        var again = (await Rights(await manager.GetAsync(Members + "/new")).Fill("LoginId", typed).Check("Administrator")
            .Check("Permissions", "See").SubmitAsync("追加")).ShouldBeRefused();

        again.ShouldShow(said);
        again.Find("[name=LoginId]").GetAttribute("value").ShouldBe(typed);
        again.Has("[name=Administrator][checked]").ShouldBeTrue();
        (await App.World.Memberships.CountAsync()).ShouldBe(1);
        (await EventsAsync("membership-granted")).ShouldBe(0);
    }

    [Fact]
    public async Task CONT_5_AManagerOfNothing_OrWithoutTheRight_LetsNobodyIn()
    {
        (await (await SignedInAsync(MemberId)).GetAsync(Members)).ShouldBeForbidden();
        await PermitAsync(Second, "See,Unlock");
        var second = await SignedInAsync(SecondId);
        (await second.GetAsync(List)).ShouldBeOk().Has($"a[href='{Members}']").ShouldBeFalse();
        (await second.GetAsync(Members + "/new")).ShouldBeForbidden();
        (await (await SignedInAsync(ManagerId)).GetAsync($"{Members}/{Stranger}")).ShouldBeNotFound();
        (await EventsAsync("foreign-id-requested", Stranger)).ShouldBe(0);
        (await EventsAsync("foreign-id-requested")).ShouldBe(1);
    }

    [Fact]
    public async Task CONT_5_WhatSomebodyIsHere_Changes_AndIsTold()
    {
        await App.World.Memberships.AddAsync(Member, Other);
        var manager = await SignedInAsync(OtherManagerId);
        var page = await manager.GetAsync($"{Members}/{Member}");
        page.Has("[name=Administrator][checked]").ShouldBeFalse();

        (await Rights(page).Check("Administrator").Check("Permissions", "See").Check("Permissions", "Unlock").SubmitAsync("保存"))
            .ShouldRedirectTo(Members);

        (await App.World.Memberships.ReadAsync(Member, row => row.Role)).ShouldBe(AccountRole.Manager);
        (await DetailsOfAsync("membership-changed")).ShouldBe(
            """{"contract":"N900000002","changes":{"role":["Member","Manager"],"permissions":[null,"See,Unlock"]}}""");
        (await App.MailsAsync("hanako@example.jp")).ShouldHaveSingleItem().Subject.ShouldContain("役割を変更");
        (await UserAsync(user => user.Role, Member)).ShouldBe(AccountRole.Member);

        // What was opened before is of the past.
        (await Rights(page).SubmitAsync("保存")).Status.ShouldBe(System.Net.HttpStatusCode.Conflict);
        (await App.World.Memberships.ReadAsync(Member, row => row.Role)).ShouldBe(AccountRole.Manager);
    }

    [Fact]
    public async Task CONT_4_NobodyChangesWhatItIsItself()
    {
        await App.World.Memberships.AddAsync(Manager, Other, AccountRole.Manager);
        var manager = await SignedInAsync(ManagerId);
        await SwitchAsync(manager, Other);
        (await manager.GetAsync(Members)).ShouldBeOk().Has($"main a[href$='{Manager}']").ShouldBeFalse();
        (await manager.GetAsync($"{Members}/{Manager}")).ShouldBeRefused();
        (await manager.GetAsync($"{Members}/{Manager}/remove")).ShouldBeRefused();
    }

    [Fact]
    public async Task CONT_2_WhoIsTakenOut_IsOutAtOnce()
    {
        await App.World.Memberships.AddAsync(Member, Other);
        var member = await SignedInAsync(MemberId);
        await SwitchAsync(member, Other);
        var elsewhere = await SignedInAsync(MemberId);
        var manager = await SignedInAsync(OtherManagerId);

        var confirm = await manager.GetAsync($"{Members}/{Member}/remove");
        confirm.ShouldBeOk().ShouldShow(MemberId).ShouldShow("ご契約N900000002（");
        (await confirm.Form().SubmitAsync("外す")).ShouldRedirectTo(Members);

        (await App.World.Memberships.CountAsync()).ShouldBe(0);
        (await UserAsync(user => user.HasMemberships, Member)).ShouldBeFalse();
        (await EventsAsync("membership-withdrawn", Member)).ShouldBe(1);
        (await App.MailsAsync("hanako@example.jp")).ShouldHaveSingleItem().Subject.ShouldContain("外しました");
        var over = await member.GetAsync("/t/security/home");
        over.Location.ShouldNotBeNull().ShouldEndWith("&ended=rights-changed");
        (await over.FollowAsync()).ShouldShow("権限またはご契約が変更されたため");
        (await elsewhere.GetAsync("/t/security/home")).ShouldBeOk();
        (await confirm.Form().SubmitAsync("外す")).ShouldBeNotFound();
    }

    [Fact]
    public async Task CONT_2_ANewUser_IsGivenOtherContractsThatItsManagerManages()
    {
        await App.World.Memberships.AddAsync(Manager, Other, AccountRole.Manager);
        (await (await SignedInAsync(SecondId)).GetAsync(List + "/new")).ShouldBeOk().Has("[name=Contracts]").ShouldBeFalse();
        var page = (await (await SignedInAsync(ManagerId)).GetAsync(List + "/new")).ShouldBeOk();

        var check = (await page.Form(Form).Fill("Email", "shin@example.jp").Fill("FamilyName", "新").Fill("GivenName", "一")
            .Check("Contracts", Other).SubmitAsync("確認へ進む")).ShouldBeOk().ShouldShow(Other);
        (await check.Form(Form).Forge("Contracts", "N900000003").SubmitAsync("追加して招待メールを送信")).ShouldBeRefused()
            .ShouldShow("利用を追加できなくなったものがあります");
        (await IdOfAsync("shin@example.jp.cs")).ShouldBe(Guid.Empty);
        var second = (await page.Form(Form).Anew().Fill("Email", "ni@example.jp").Fill("FamilyName", "次").Fill("GivenName", "二")
            .Check("Contracts", Other).SubmitAsync("確認へ進む")).ShouldBeOk();
        (await second.Form(Form).SubmitAsync("追加して招待メールを送信")).Location.ShouldNotBeNull();
        var other = await IdOfAsync("ni@example.jp.cs");
        (await App.World.Memberships.AskAsync(rows => rows.Where(row => row.UserId == other).Select(row => row.Role)))
            .ShouldBe([AccountRole.Member]);
        (await UserAsync(user => user.HasMemberships, other)).ShouldBeTrue();

        // Until it answers its invitation, that is all that goes to its address.
        (await App.MailsAsync("ni@example.jp")).ShouldHaveSingleItem().Text.ShouldContain("/invite/");
    }

    [Fact]
    [Trait("Review", "F6")]
    public async Task CONT_2_AZ_07_WhoseRightInTheOtherContractEndsAtThatMoment_AddsNobody_AndIsTold()
    {
        await App.World.Memberships.AddAsync(Manager, Other, AccountRole.Manager);
        var page = (await (await SignedInAsync(ManagerId)).GetAsync(List + "/new")).ShouldBeOk();
        var check = (await page.Form(Form).Fill("Email", "shin@example.jp").Fill("FamilyName", "新").Fill("GivenName", "一")
            .Check("Contracts", Other).SubmitAsync("確認へ進む")).ShouldBeOk().ShouldShow(Other);
        var other = await App.World.Contracts.ReadAsync(row => row.Number == Other, row => row.Id);
        Task<PortalPage>? saving = null;

        await App.InTenantAsync("security", async services =>
        {
            await services.GetRequiredService<AccountLocks>().ContractAsync(other);
            saving = Task.Run(() => check.Form(Form).SubmitAsync("追加して招待メールを送信"));
            while (await App.Database.ReadAsync<long>($"""
                SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'
                """) == 0)
            {
                TestContext.Current.CancellationToken.ThrowIfCancellationRequested();
            }

            await services.GetRequiredService<PortalDbContext>().Memberships.Where(row => row.UserId == Manager).ExecuteDeleteAsync();
        });

        (await saving!).ShouldBeRefused().ShouldShow("利用を追加できなくなったものがあります");
        (await IdOfAsync("shin@example.jp.cs")).ShouldBe(Guid.Empty);
    }

    [Fact]
    public async Task CONT_4_TheLastManager_IsNeitherTakenOutNorSwitchedOff()
    {
        await App.World.Memberships.AddAsync(Member, Other, AccountRole.Manager);
        await App.World.Accounts.ChangeAsync(await IdOfAsync(OtherManagerId), user => user.Role, AccountRole.Member);
        await App.World.Memberships.AddAsync(Second, Other, AccountRole.Manager, "See,Edit");
        var first = await SignedInAsync(ManagerId);

        // Two manage the other contract by memberships, and one of them is switched off at home.
        (await ConfirmAsync(first, Page(Second, "disable"))).ShouldRedirectTo(Page(Second));
        (await first.GetAsync(Page(Member, "disable"))).ShouldBeRefused().ShouldShow("ご契約N900000002の有効な契約管理者がいなくなる");
        (await App.World.Accounts.IsDisabledAsync(Member)).ShouldBeFalse();
    }

    [Fact]
    public async Task CONT_2_OneAtATime_TwoLettingTheSameOneIn_MakeOneMembership()
    {
        var manager = await SignedInAsync(OtherManagerId);
        var forms = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => manager.GetAsync(Members + "/new")));

        var answers = await Task.WhenAll(forms.Select(page => Rights(page).Fill("LoginId", MemberId).SubmitAsync("追加")));

        answers.Count(answer => answer.Location is not null).ShouldBe(1);
        (await App.World.Memberships.CountAsync()).ShouldBe(1);
        (await EventsAsync("membership-granted")).ShouldBe(1);
    }
}
