using System.Net;
using Portal.Rules.Delegation;
using Portal.TestKit.Accounts;
using Portal.TestKit.Web;

namespace Portal.Web.Tests.Features.Memberships;

/// <summary>Memberships of a tenant that offers none any more: they stay until they are taken back (CONT-2).</summary>
public sealed class WhatStays : MembershipTest
{
    [Fact]
    public async Task CONT_2_WhatTheTenantOffersNoMore_IsListed_AndTakenBackByManagers()
    {
        await App.World.Memberships.AddAsync(Member, Other);
        await OfferNoMoreAsync();
        var member = await SignedInAsync(MemberId);
        await SwitchAsync(member, Other);
        var manager = await SignedInAsync(OtherManagerId);
        (await manager.GetAsync(List)).ShouldBeOk().Has($"a[href='{Members}']").ShouldBeTrue();

        var list = (await manager.GetAsync(Members)).ShouldBeOk().ShouldShow(MemberId).ShouldShow("新しく追加することはできません");
        list.Has($"a[href='{Members}/new']").ShouldBeFalse();
        (await manager.GetAsync(Members + "/new")).ShouldBeNotFound();
        (await manager.GetAsync($"{Members}/{Member}")).ShouldBeNotFound();
        var confirm = (await list.ClickAsync("佐藤 花子")).ShouldBeOk();
        confirm.Has($"a[href='{Members}']").ShouldBeTrue();
        (await confirm.Form().SubmitAsync("外す")).ShouldRedirectTo(Members);

        (await App.World.Memberships.CountAsync()).ShouldBe(0);
        (await member.GetAsync("/t/security/home")).Location.ShouldNotBeNull().ShouldContain("/login");
        (await manager.GetAsync(Members)).ShouldBeNotFound();
        (await manager.GetAsync(List)).ShouldBeOk().Has($"a[href='{Members}']").ShouldBeFalse();
    }

    [Fact]
    public async Task CONT_2_OnlyWhoCouldLetSomebodyIn_LooksAfterThem()
    {
        await App.World.Memberships.AddAsync(Stranger, First);
        await OfferNoMoreAsync();
        await PermitAsync(Second, "See,Unlock");
        var second = await SignedInAsync(SecondId);
        (await second.GetAsync(List)).ShouldBeOk().Has($"a[href='{Members}']").ShouldBeFalse();
        (await second.GetAsync(Members)).ShouldBeForbidden();
        (await second.GetAsync($"{Members}/{Stranger}/remove")).ShouldBeForbidden();
    }

    [Fact]
    public async Task CONT_2_AndByTheStaff_ToWhomTheContractsPageShowsThem()
    {
        await App.World.Memberships.AddAsync(Member, Other);
        await OfferNoMoreAsync();
        await App.ChangeProfileAsync("admin", profile => profile with { SecondFactor = new() });
        await new Account("admin", "system@portal.test")
        {
            Role = AccountRole.SystemAdministrator,
            Contract = null,
            Email = "system@portal.test",
        }.AddToAsync(App);
        var staff = App.CreateBrowser();
        await staff.SignInAsync("admin", "system@portal.test");
        var contract = $"/admin/contracts/security/{await App.World.Contracts.ReadAsync(row => row.Number == Other, row => row.Id)}";

        var page = (await staff.GetAsync(contract)).ShouldBeOk().ShouldShow(MemberId);
        page.Has($"a[href='{contract}/memberships/new']").ShouldBeFalse();
        var confirm = (await staff.GetAsync($"{contract}/memberships/{Member}/remove")).ShouldBeOk();
        (await confirm.Form("form:has([name=Reason])").Fill("Reason", "退職").SubmitAsync("外す")).ShouldRedirectTo(contract);
        (await staff.GetAsync(contract)).ShouldBeOk().ShouldNotShow("ほかの契約の利用者");
    }

    [Theory]
    [InlineData("control", "N0009801", "")]
    [InlineData("officephone", "boss@office.example.jp", "email")]
    public async Task SAFE_4_WhereATenantNeverHadThem_NobodyFindsThePages(string tenant, string id, string door)
    {
        var account = new Account(tenant, id) { IsManager = true };
        await (door.Length > 0 ? account with { Door = door, Email = id } : account).AddToAsync(App);
        var manager = App.CreateBrowser();
        await manager.SignInAsync(tenant, id, door: door);
        var memberships = $"/t/{tenant}/operators/memberships";

        foreach (var page in new[] { "", "/new", $"/{Member}", $"/{Member}/remove" })
        {
            (await manager.GetAsync(memberships + page)).Status.ShouldBe(HttpStatusCode.NotFound, page);
        }
    }

    [Fact]
    public async Task SAFE_4_WhereATenantRegistersNobody_ThereIsNoFormForIt()
    {
        const string Boss = "boss@office.example.jp";
        await new Account("officephone", Boss) { Door = "email", Email = Boss, IsManager = true }.AddToAsync(App);
        var manager = App.CreateBrowser();
        await manager.SignInAsync("officephone", Boss, door: "email");
        (await manager.GetAsync("/t/officephone/operators/new")).ShouldBeNotFound();
        (await EventsAsync("access-denied")).ShouldBe(0);
    }
}
