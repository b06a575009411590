using Microsoft.EntityFrameworkCore;
using Portal.Rules.Delegation;
using Portal.Rules.Telephony;
using Portal.TestKit.Accounts;
using Portal.TestKit.Web;
using Portal.Web.Data.Entities;
using Portal.Web.Tests.Features.LinkedAdministrators;

namespace Portal.Web.Tests.Features.Acting;

/// <summary>An administrator opens its users' own pages (LINK-6).</summary>
public sealed class OpeningByProxy : LinkedTest
{
    private const string List = Base + "/operators";

    [Fact]
    public async Task LINK_6_FromTheUsersRow_InATabOfItsOwn_AndTheBarNamesTheUser()
    {
        var administrator = await AdministratorAsync();
        var list = (await administrator.GetAsync(List)).ShouldBeOk();
        var form = list.Find($"form[action$='{FirstUser}/act-as']");
        form.GetAttribute("target").ShouldBe("_blank");

        var home = await (await list.Form($"form[action$='{FirstUser}/act-as']").SubmitAsync()).FollowAsync();

        home.ShouldBeOk().Find(".p-acting").TextContent.ShouldContain(FirstUserId);
        home.Find(".p-acting").GetAttribute("data-acting").ShouldBe("proxy");
        (await App.World.Audit.ReadAsync("acting-started", FirstUser, happened => happened.ActorId)).ShouldBe(First);
        (await administrator.GetAsync(Base + "/home")).ShouldBeOk().Has(".p-acting").ShouldBeFalse();
    }

    [Fact]
    public async Task LINK_6_WhatIsDoneThere_IsTheUsers_AndTheLogHasBoth()
    {
        var administrator = await AdministratorAsync();
        var place = PlaceOf(await ProxyAsync(administrator, FirstUser));

        var edit = (await administrator.GetAsync(place + "/account/profile/edit")).ShouldBeOk();
        (await edit.Form().Fill("FamilyName", "代理").SubmitAsync()).Location.ShouldNotBeNull().ShouldStartWith(place);

        (await App.World.Accounts.GetAsync(FirstUser)).FamilyName.ShouldBe("代理");
        (await App.World.Accounts.GetAsync(First)).FamilyName.ShouldBe("管理");
        (await App.World.Audit.ReadAsync("profile-changed", FirstUser, happened => happened.ActorId)).ShouldBe(First);
        (await App.World.Audit.ReadAsync("profile-changed", FirstUser, happened => happened.ActingAsId)).ShouldBe(FirstUser);
    }

    [Fact]
    public async Task LINK_6_Ending_LeadsBackToTheUser()
    {
        var administrator = await AdministratorAsync();
        var home = await ProxyAsync(administrator, FirstUser);

        (await home.Form(".p-acting form").SubmitAsync()).ShouldRedirectTo($"{List}/{FirstUser}");

        (await administrator.GetAsync(PlaceOf(home) + "/home")).ShouldBeNotFound();
        (await App.World.Audit.CountAsync("acting-ended", FirstUser)).ShouldBe(1);
    }

    [Fact]
    public async Task LINK_6_EndingInALinkedManagersTab_LeadsBackIntoTheIdsPlace()
    {
        var manager = await ManagerAsync();
        var place = PlaceOf(await OpenAsync(manager, FirstId));
        var user = await manager.GetAsync($"{place}/operators/{FirstUser}");
        var proxy = await (await user.Form("form[action$='/act-as']").SubmitAsync()).FollowAsync();

        (await proxy.Form(".p-acting form").SubmitAsync()).ShouldRedirectTo($"{place}/operators/{FirstUser}");
        (await manager.GetAsync(place + "/home")).ShouldBeOk();
    }

    [Fact]
    public async Task LINK_6_GoingBackToTheList_EndsTheUsersOpenedFromThere()
    {
        var manager = await ManagerAsync();
        var home = await OpenAsync(manager, FirstId);
        var user = await manager.GetAsync($"{PlaceOf(home)}/operators/{FirstUser}");
        var proxy = PlaceOf(await (await user.Form("form[action$='/act-as']").SubmitAsync()).FollowAsync());

        await home.Form(".p-acting form").SubmitAsync();

        (await manager.GetAsync(proxy + "/home")).ShouldBeNotFound();
    }

    [Fact]
    public async Task LINK_7_AUserOpenedJustAsItsIdsPlaceEnded_IsOverWithIt()
    {
        var manager = await ManagerAsync();
        var place = PlaceOf(await OpenAsync(manager, FirstId));
        var user = await manager.GetAsync($"{place}/operators/{FirstUser}");
        var proxy = PlaceOf(await (await user.Form("form[action$='/act-as']").SubmitAsync()).FollowAsync());

        // As if the user's row had come after the statement that ended what was opened from there.
        await App.World.ActingRows.ChangeAsync(row => row.ViaId == null, row => row.EndedAt, App.Time.GetUtcNow());

        (await App.World.ActingRows.CountAsync(row => row.EndedAt == null)).ShouldBe(1);
        (await manager.GetAsync(proxy + "/home")).ShouldBeNotFound();
    }

    [Fact]
    public async Task LINK_6_AnothersUser_IsNotThere()
    {
        var administrator = await AdministratorAsync();
        var form = (await administrator.GetAsync($"{List}/{FirstUser}")).Form("form[action$='/act-as']");

        (await administrator.PostAsync($"{List}/{SecondUser}/act-as",
            form.Fields.Select(field => KeyValuePair.Create(field.Name, field.Value)))).ShouldBeNotFound();
        (await App.World.ActingRows.CountAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task SE_13_InAUsersPlace_NobodyElseIsOpened()
    {
        var administrator = await AdministratorAsync();
        var other = await AddUserAsync("05090010002", "C-900001", "三郎");
        var place = PlaceOf(await ProxyAsync(administrator, FirstUser));
        var form = (await administrator.GetAsync(place + "/home")).Form("form[action$='/logout']");

        (await administrator.PostAsync($"{place}/operators/{other}/act-as",
            form.Fields.Select(field => KeyValuePair.Create(field.Name, field.Value)))).ShouldBeNotFound();
        (await App.World.ActingRows.CountAsync()).ShouldBe(1);
    }

    [Fact]
    public async Task LINK_6_AnAdministratorWhoLosesItsRole_LosesTheUsersPlaceAtOnce()
    {
        var administrator = await AdministratorAsync();
        var place = PlaceOf(await ProxyAsync(administrator, FirstUser));
        await App.World.Accounts.SetRoleAsync(First, AccountRole.Member);

        (await administrator.GetAsync(place + "/home")).ShouldBeNotFound();
    }

    [Fact]
    public async Task LINK_6_AUserWhoMayNotBeIn_IsNotOpened()
    {
        var administrator = await AdministratorAsync();
        var place = PlaceOf(await ProxyAsync(administrator, FirstUser));
        await App.World.Accounts.DisableAsync(FirstUser);

        (await administrator.GetAsync(place + "/home")).ShouldBeNotFound();
        (await administrator.GetAsync($"{List}/{FirstUser}")).ShouldBeOk().Has("form[action$='/act-as']").ShouldBeFalse();
    }

    [Fact]
    public async Task LINK_6_ALockedUser_IsOpened_BecauseThatIsHowOneHelps()
    {
        await App.World.Locks.LockAsync(FirstUser);

        (await ProxyAsync(await AdministratorAsync(), FirstUser)).ShouldBeOk().Has(".p-acting").ShouldBeTrue();
    }

    [Fact]
    public async Task LINK_2_NumbersOfAnExcludedKind_AreNotListed_AndThePageSaysSo()
    {
        var hidden = await AddUserAsync("05090010009", "C-900001", "九郎");
        await App.QueryAsync(Tenant, async db =>
        {
            var user = await db.Users.SingleAsync(row => row.Id == hidden);
            var line = new ContractLine
            { Id = Guid.CreateVersion7(), ContractId = user.ContractId!.Value, Number = "05090010009", Name = "代表", Kind = "user" };
            db.ContractLines.Add(line);
            db.LineNumbers.Add(new LineNumber
            {
                Id = Guid.CreateVersion7(),
                ContractId = line.ContractId,
                LineId = line.Id,
                Number = "+815090010009",
                Kind = NumberKind.Multiple,
                UserId = hidden,
            });
            await db.SaveChangesAsync();
            return true;
        });

        var list = (await (await AdministratorAsync()).GetAsync(List)).ShouldBeOk();

        list.ShouldShow(FirstUserId).ShouldNotShow("05090010009").ShouldShow("複数番号契約の番号は、この一覧には表示されません");
    }

    private static async Task<PortalPage> ProxyAsync(PortalBrowser administrator, Guid user)
    {
        var page = (await administrator.GetAsync($"{List}/{user}")).ShouldBeOk();
        return await (await page.Form("form[action$='/act-as']").SubmitAsync()).FollowAsync();
    }
}
