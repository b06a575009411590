using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Portal.TestKit.Accounts;
using Portal.TestKit.Web;
using Portal.Web.Data.Entities;
using Portal.Web.Features.Shared.Lists;
using Portal.Web.Lists;

namespace Portal.Web.Tests.Features.LinkedAdministrators;

public sealed class ThreeDoors : LinkedTest
{
    [Theory]
    [InlineData("", "email", "user")]
    [InlineData("email", "", "user")]
    [InlineData("user", "", "email")]
    public async Task LINK_1_EachDoor_NamesTheOthers(string door, string other, string third)
    {
        var page = (await App.CreateBrowser().GetAsync(Path(door))).ShouldBeOk();

        page.Has($".p-doors a[href='{Path(other)}']").ShouldBeTrue();
        page.Has($".p-doors a[href='{Path(third)}']").ShouldBeTrue();
        page.Has($".p-doors a[href='{Path(door)}']").ShouldBeFalse();
    }

    [Theory]
    [InlineData(FirstId, AdminPassword, "email")]
    [InlineData(ManagerId, Account.UsualPassword, "")]
    [InlineData(FirstUserId, Account.UsualPassword, "")]
    public async Task LINK_1_AnIdSignsInAtItsOwnDoorAlone(string id, string password, string wrongDoor) =>
        (await App.CreateBrowser().TrySignInAsync(Tenant, id, password, door: wrongDoor)).ShouldBeRefused();

    [Fact]
    public async Task LINK_2_TheList_HasNumberNameLockAndLastSignIn()
    {
        await App.World.Locks.LockAsync(FirstUser);
        await App.CreateBrowser().SignInAsync(Tenant, SecondUserId, door: "user");

        var list = (await (await AdministratorAsync()).GetAsync(Base + "/operators")).ShouldBeOk();

        list.ShouldShow(FirstUserId).ShouldShow("利用 一郎").ShouldShow("ロック中").ShouldShow("最終ログイン");
        (await (await AdministratorAsync(SecondId)).GetAsync(Base + "/operators")).ShouldBeOk().Has("tbody time").ShouldBeTrue();
    }

    [Fact]
    public async Task LINK_2_WhatAnotherFeatureHasToSay_IsAColumnOfTheList()
    {
        await using var app = await PortalApp.CreateAsync(services: collection => collection.AddScoped<IPeopleColumn, Fixture>());
        await new Account(Tenant, FirstId) { IsManager = true }.AddToAsync(app);
        await new Account(Tenant, FirstUserId) { Door = "user" }.AddToAsync(app);
        var browser = app.CreateBrowser();
        await browser.SignInAsync(Tenant, FirstId);

        var list = (await browser.GetAsync(Base + "/operators")).ShouldBeOk();

        list.Texts("thead th").ShouldContain("試験の列");
        list.Texts("thead th").ShouldContain("利用中のオプション");
        list.ShouldShow("試験の値 " + FirstUserId);
    }

    [Fact]
    public async Task OPT_2_WithoutAnAdministratorIdOpened_ThereIsNothingToSet()
    {
        var manager = await ManagerAsync();

        (await manager.GetAsync(Base + "/home")).ShouldBeOk().Has(".p-nav a[href$='/options']").ShouldBeFalse();
        (await manager.GetAsync(Base + "/options")).ShouldBe(HttpStatusCode.Forbidden);
    }

    private static string Path(string door) => Base + "/login" + (door.Length == 0 ? "" : "/" + door);

    private sealed class Fixture : IPeopleColumn
    {
        public string Heading => "試験の列";

        public bool IsShownTo(PortalUser who) => true;

        public Task<IReadOnlyDictionary<Guid, ListCell>> ReadAsync(IReadOnlyCollection<PortalUser> people) =>
            Task.FromResult<IReadOnlyDictionary<Guid, ListCell>>(
                people.ToDictionary(user => user.Id, user => (ListCell)new ListCell.Text("試験の値 " + user.UserName)));
    }
}
