using Portal.TestKit.Accounts;
using Portal.TestKit.Web;

namespace Portal.Web.Tests.Features.LinkedAdministrators;

public sealed class OpeningIds : LinkedTest
{
    [Fact]
    public async Task LINK_5_WhoOpensAnId_WorksExactlyAsIt_AndTheBarSaysSo()
    {
        var manager = await ManagerAsync();

        var home = await OpenAsync(manager, FirstId);

        home.ShouldBeOk();
        home.Find(".p-acting").TextContent.ShouldContain(FirstId);
        home.Find(".p-acting").TextContent.ShouldContain("管理者IDの一覧に戻る");
        var list = (await manager.GetAsync(PlaceOf(home) + "/operators")).ShouldBeOk();
        list.ShouldShow(FirstUserId).ShouldNotShow(SecondUserId);
        (await manager.GetAsync($"{PlaceOf(home)}/operators/{FirstUser}")).ShouldBeOk();
        (await manager.GetAsync($"{PlaceOf(home)}/operators/{SecondUser}")).ShouldBeNotFound();
    }

    [Fact]
    public async Task LINK_5_WithNoIdOpen_ALinkedManagerManagesNobody_WhateverItsRowSays()
    {
        var contract = (await App.World.Accounts.GetAsync(First)).ContractId;
        await App.World.Accounts.ChangeAsync(Manager, user => user.ContractId, contract);
        await App.World.Locks.LockAsync(FirstUser);
        var manager = await ManagerAsync();
        var form = (await manager.GetAsync(Ids)).ShouldBeOk().Form("form[action$='/logout']");

        (await manager.GetAsync(Base + "/operators")).ShouldBeForbidden();
        (await manager.PostAsync($"{Base}/operators/{FirstUser}/lockout-release",
            form.Fields.Select(field => KeyValuePair.Create(field.Name, field.Value)))).ShouldBeNotFound();

        (await App.World.Locks.IsLockedAsync(FirstUser)).ShouldBeTrue();
    }

    [Fact]
    public async Task LINK_5_TheAuditLog_HasBoth()
    {
        var manager = await ManagerAsync();
        var place = PlaceOf(await OpenAsync(manager, FirstId));
        await App.World.Locks.LockAsync(FirstUser);

        var confirm = await manager.GetAsync($"{place}/operators/{FirstUser}/lockout-release");
        (await confirm.Form().SubmitAsync()).ShouldRedirectTo($"{place}/operators/lockout-release/done");

        (await App.World.Audit.ReadAsync("released", FirstUser, happened => happened.ActorId)).ShouldBe(Manager);
        (await App.World.Audit.ReadAsync("released", FirstUser, happened => happened.ActingAsId)).ShouldBe(First);
        (await App.World.Audit.ReadAsync("acting-started", First, happened => happened.ActorId)).ShouldBe(Manager);
        (await App.World.Locks.IsLockedAsync(FirstUser)).ShouldBeFalse();
    }

    [Fact]
    public async Task LINK_6_InItsPlace_AUsersPasswordIsInitialised_AndShownOnce()
    {
        var manager = await ManagerAsync();
        var place = PlaceOf(await OpenAsync(manager, FirstId));

        var confirm = (await manager.GetAsync($"{place}/operators/{FirstUser}/temporary-password")).ShouldBeOk();
        var issued = await (await confirm.Form().SubmitAsync()).FollowAsync();

        issued.ShouldBeOk().Address.AbsolutePath.ShouldStartWith(place);
        (await App.World.TemporaryPasswords.CountAsync(FirstUser)).ShouldBe(1);
    }

    [Fact]
    public async Task MFA_6_LINK_6_InItsPlace_TheProofIsTheManagersOwn_AndLeadsBackThere()
    {
        var manager = await ManagerAsync();
        var page = $"{PlaceOf(await OpenAsync(manager, FirstId))}/operators/{FirstUser}/temporary-password";
        App.Time.Advance(TimeSpan.FromMinutes(11));

        var asked = await manager.GetAsync(page);
        asked.ShouldBe(System.Net.HttpStatusCode.SeeOther).Location!.ShouldStartWith(Base + "/reauth");
        (await (await asked.FollowAsync()).ShouldBeOk().Form().Fill("Password", Account.UsualPassword).SubmitAsync())
            .ShouldRedirectTo(page);

        var issued = await (await (await manager.GetAsync(page)).ShouldBeOk().Form().SubmitAsync()).FollowAsync();
        issued.ShouldBeOk();
        (await App.World.TemporaryPasswords.CountAsync(FirstUser)).ShouldBe(1);
    }

    [Fact]
    public async Task LINK_5_BackToTheList_EndsIt()
    {
        var manager = await ManagerAsync();
        var home = await OpenAsync(manager, FirstId);

        var answer = await home.Form(".p-acting form").SubmitAsync();

        answer.ShouldRedirectTo(Ids);
        (await answer.FollowAsync()).ShouldBeOk().Has(".p-acting").ShouldBeFalse();
        (await manager.GetAsync(PlaceOf(home) + "/home")).ShouldBeNotFound();
        (await App.World.Audit.CountAsync("acting-ended", First)).ShouldBe(1);
        (await App.World.AdministratorLinks.CountAsync(Manager)).ShouldBe(1);
    }

    [Theory]
    [InlineData(10, true)]
    [InlineData(31, false)]
    public async Task LINK_5_AfterItsPasswordChanged_TheLinkIsToBeConfirmedInTime(int daysAgo, bool opens)
    {
        var manager = await ManagerAsync();
        await LinkAsync(manager, FirstId);
        await App.World.AdministratorLinks.ChangeAsync(Manager, link => link.StaleSince, App.Time.GetUtcNow().AddDays(-daysAgo));

        var list = await manager.GetAsync(Ids);

        list.ShouldBeOk().Has("form[action$='/open']").ShouldBe(opens);
        (await manager.GetAsync(Base + "/home")).ShouldBeOk().ShouldShow($"管理者ID {FirstId} の連携を確認してください");
        var again = (await list.ClickAsync($"a[href*='link?id={FirstId}']")).ShouldBeOk();
        (await again.Form().Fill("Password", AdminPassword).SubmitAsync()).ShouldRedirectTo(Ids);
        (await manager.GetAsync(Ids)).Has("form[action$='/open']").ShouldBeTrue();
        (await App.World.Audit.CountAsync("administrator-link-confirmed", First)).ShouldBe(1);
        (await App.World.AdministratorLinks.CountAsync()).ShouldBe(1);
    }

    [Fact]
    public async Task LINK_5_WhatIsOpenWhenTheTimeToConfirmEnds_IsOver()
    {
        var manager = await ManagerAsync();
        var place = PlaceOf(await OpenAsync(manager, FirstId));
        await App.World.AdministratorLinks.ChangeAsync(Manager, link => link.StaleSince, App.Time.GetUtcNow().AddDays(-31));

        (await manager.GetAsync(place + "/home")).ShouldBeNotFound();
    }

    [Fact]
    public async Task LINK_5_ASecondNewPassword_GivesNoMoreTimeThanTheFirstLeft()
    {
        var manager = await ManagerAsync();
        await LinkAsync(manager, FirstId);
        await ChangeAsync(AdminPassword, "Second2468-Tiger");
        App.Time.Advance(TimeSpan.FromDays(29));
        await ChangeAsync("Second2468-Tiger", "Third2468-Tiger");
        (await (await ManagerAsync()).GetAsync(Ids)).ShouldBeOk().Has("form[action$='/open']").ShouldBeTrue();

        App.Time.Advance(TimeSpan.FromDays(1));

        var list = (await (manager = await ManagerAsync()).GetAsync(Ids)).ShouldBeOk();
        list.Has("form[action$='/open']").ShouldBeFalse();
        var again = (await list.ClickAsync($"a[href*='link?id={FirstId}']")).ShouldBeOk();
        (await again.Form().Fill("Password", "Third2468-Tiger").SubmitAsync()).ShouldRedirectTo(Ids);
        (await manager.GetAsync(Ids)).Has("form[action$='/open']").ShouldBeTrue();
        (await App.World.AdministratorLinks.ReadAsync(Manager, link => link.StaleSince)).ShouldBeNull();

        async Task ChangeAsync(string former, string next)
        {
            var owner = App.CreateBrowser();
            (await owner.SignInAsync(Tenant, FirstId, former)).ShouldBeOk();
            var check = await (await owner.GetAsync(Base + "/account/password")).Form().Fill("Current", former).Fill("New", next)
                .Fill("Again", next).SubmitAsync();
            (await check.ShouldBeOk().Form("form[action$='/confirm']").SubmitAsync()).ShouldRedirectTo(Base + "/account/password/done");
        }
    }

    [Fact]
    public async Task LINK_5_TheManagersOwnNewPassword_KeepsItsLinks()
    {
        var manager = await ManagerAsync();
        await LinkAsync(manager, FirstId);
        await App.World.Accounts.ChangeAsync(user => user.Id == Manager, user => user.PasswordChangedAt, App.Time.GetUtcNow());

        (await OpenAsync(manager, FirstId)).ShouldBeOk();
    }

    [Fact]
    public async Task AZ_09_AFactorThatWasAddedSince_IsProvenFirst()
    {
        var manager = await ManagerAsync();
        await LinkAsync(manager, FirstId);
        var form = (await manager.GetAsync(Ids)).Form("form[action$='/open']");
        await App.World.Accounts.ChangeAsync(user => user.Id == First, user => user.WantsSecondFactor, true);

        (await form.SubmitAsync()).ShouldRedirectTo(Ids);

        (await manager.GetAsync(Ids)).ShouldShow("多要素認証での確認が必要").Has("form[action$='/open']").ShouldBeFalse();
        (await App.World.ActingRows.CountAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task AZ_09_LinksAreNotPassedOn_AndGiveTheOtherSideNothing()
    {
        var manager = await ManagerAsync();
        await LinkAsync(manager, FirstId);
        await LinkAsync(manager, SecondId);
        var link = await App.World.AdministratorLinks.ReadAsync(row => row.AdministratorId == Second, row => row.Id);
        var place = PlaceOf(await OpenAsync(manager, FirstId));

        // In the first ID's place one is that ID, which has linked nothing.
        (await manager.GetAsync(place + "/account/linked-ids")).ShouldBeForbidden();
        (await (await AdministratorAsync()).GetAsync($"{Ids}/{link}/unlink")).ShouldBeForbidden();
        (await (await AdministratorAsync(SecondId)).GetAsync($"{Base}/operators")).ShouldBeOk().ShouldNotShow(ManagerId);
    }

    [Fact]
    public async Task AZ_01_AnothersLink_IsNotThere()
    {
        await AddManagerAsync("other@example.com");
        var other = await ManagerAsync("other@example.com");
        await LinkAsync(other, SecondId);
        var manager = await ManagerAsync();
        await LinkAsync(manager, FirstId);
        var foreign = await App.World.AdministratorLinks.ReadAsync(row => row.AdministratorId == Second, row => row.Id);
        var form = (await manager.GetAsync(Ids)).Form("form[action$='/open']");

        (await manager.GetAsync($"{Ids}/{foreign}/unlink")).ShouldBeNotFound();
        (await manager.PostAsync($"{Ids}/{foreign}/open", form.Fields.Select(field => KeyValuePair.Create(field.Name, field.Value))))
            .ShouldBeNotFound();
        (await EventsAsync("foreign-id-requested")).ShouldBe(1);
        (await App.World.ActingRows.CountAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task LINK_5_TheHomeOfALinkedManager_IsItsListOfIds()
    {
        var manager = await ManagerAsync();
        (await manager.GetAsync(Base + "/home")).ShouldBeOk().ShouldShow("最初の管理者IDを連携してください");
        await LinkAsync(manager, FirstId);

        var home = (await manager.GetAsync(Base + "/home")).ShouldBeOk();
        (await (await home.Form("form[action$='/open']").SubmitAsync()).FollowAsync()).ShouldBeOk().Has(".p-acting").ShouldBeTrue();
    }
}
