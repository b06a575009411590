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
    private const string Profile = Base + "/account/profile/edit";

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

    [Theory]
    [InlineData(FirstUserId, "user")]
    [InlineData(ManagerId, "email")]
    public async Task LOGIN_7_SAFE_3_WhoseSessionEnded_IsLedToItsOwnDoor_AndWhatWasTypedComesBack(string id, string door)
    {
        var browser = App.CreateBrowser();
        (await browser.SignInAsync(Tenant, id, door: door)).ShouldBeOk();
        var form = (await browser.GetAsync(Profile)).ShouldBeOk().Form("main form").Fill("PreferredName", "途中の名前");
        await App.World.Sessions.EndAllAsync("too-many");

        var request = new HttpRequestMessage(HttpMethod.Post, Profile)
        {
            Content = new FormUrlEncodedContent(form.Fields.Select(field => KeyValuePair.Create(field.Name, field.Value))),
        };
        request.Headers.Referrer = new Uri(PortalApp.BaseAddress, Profile);
        var ended = await browser.SendAsync(request);

        ended.ShouldBe(HttpStatusCode.SeeOther).Location
            .ShouldBe($"{Path(door)}?returnUrl={Uri.EscapeDataString(Profile)}&ended=too-many");
        var again = await (await ended.FollowAsync()).ShouldBeOk().Form("main form").Fill("Identifier", id)
            .Fill("Password", Account.UsualPassword).SubmitAsync();
        var back = (await again.FollowAsync()).ShouldBeOk().ShouldShow("ログアウト前に入力した内容");
        back.Address.AbsolutePath.ShouldBe(Profile);
        back.Find("input[name=PreferredName]").GetAttribute("value").ShouldBe("途中の名前");
    }

    [Fact]
    public async Task LOGIN_7_TheOtherDoors_LeadToTheSamePlace_AndNowhereElse()
    {
        var asked = $"?returnUrl={Uri.EscapeDataString(Profile)}&ended=idle";

        (await App.CreateBrowser().GetAsync(Path("") + asked)).ShouldBeOk().Has($".p-doors a[href='{Path("user")}{asked}']").ShouldBeTrue();
        (await App.CreateBrowser().GetAsync(Path("") + "?returnUrl=%2F%2Fevil.example&ended=anything")).ShouldBeOk()
            .Has($".p-doors a[href='{Path("user")}']").ShouldBeTrue();
    }

    [Theory]
    [InlineData(FirstUserId, Account.UsualPassword, "user")]
    [InlineData(FirstId, AdminPassword, "")]
    public async Task LOGIN_7_WhoSignsOut_IsLedBackToItsOwnDoor(string id, string password, string door)
    {
        var browser = App.CreateBrowser();
        var home = (await browser.SignInAsync(Tenant, id, password, door: door)).ShouldBeOk();

        var left = await home.Form("form[action$='/logout']").SubmitAsync();

        left.Location.ShouldBe(Base + "/signed-out" + (door.Length == 0 ? "" : "?door=" + door));
        (await left.FollowAsync()).ShouldBeOk().Has($"main a[href='{Path(door)}']").ShouldBeTrue();
        (await browser.GetAsync(Base + "/signed-out?door=%2F%2Fevil")).ShouldBeOk().Has($"main a[href='{Path("")}']").ShouldBeTrue();
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
