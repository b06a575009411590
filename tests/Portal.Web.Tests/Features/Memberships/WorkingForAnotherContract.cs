using Portal.Rules.Delegation;
using Portal.Rules.SecondFactors;
using Portal.TestKit.Accounts;
using Portal.TestKit.Web;
using Portal.Web.Data.Entities;
using Portal.Web.Tenancy.Profiles;

namespace Portal.Web.Tests.Features.Memberships;

/// <summary>One signs in once and works for one of one's contracts at a time, with its rights there (CONT-2).</summary>
public sealed class WorkingForAnotherContract : MembershipTest
{
    [Fact]
    public async Task CONT_2_WhoHasOneContract_HasNothingToChoose()
    {
        var member = await SignedInAsync(MemberId);
        (await member.GetAsync(Switch)).ShouldBeNotFound();
        (await member.GetAsync("/t/security/account")).ShouldBeOk().Has($"a[href='{Switch}']").ShouldBeFalse();
    }

    [Fact]
    public async Task CONT_2_EverythingIsThatContracts_WithTheRightsHeldThere()
    {
        await App.World.Memberships.AddAsync(Member, Other, AccountRole.Manager, "See,Unlock");
        var member = await SignedInAsync(MemberId);
        (await member.GetAsync(List)).Status.ShouldNotBe(System.Net.HttpStatusCode.OK);
        (await member.GetAsync("/t/security/home")).ShouldBeOk().Has($".p-menu a[href='{Switch}']").ShouldBeTrue();

        await SwitchAsync(member, Other);

        (await member.GetAsync("/t/security/home")).Find(".p-menu summary").TextContent.ShouldContain(Other);
        (await member.GetAsync(List)).ShouldBeOk().ShouldShow("stranger@example.net").ShouldNotShow("taro@example.jp");
        (await member.GetAsync(Page(Stranger))).ShouldBeOk();
        (await member.GetAsync(Page(Manager))).ShouldBeNotFound();
        (await member.GetAsync(List + "/new")).ShouldBeForbidden();
        (await member.GetAsync($"/t/security/contracts/{Other}")).ShouldBeOk();
        (await member.GetAsync($"/t/security/contracts/{First}")).ShouldRedirectTo("/t/security/account/contract");
        (await EventsAsync("contract-switched", Member)).ShouldBe(1);

        await SwitchAsync(member, First);
        (await member.GetAsync($"/t/security/contracts/{First}")).ShouldBeOk();
    }

    [Fact]
    public async Task OPER_4_WhatOneMayDoToOneself_IsDecidedAtHome()
    {
        await App.World.Memberships.AddAsync(Member, Other, AccountRole.Manager);
        var member = await SignedInAsync(MemberId);
        await SwitchAsync(member, Other);

        (await member.GetAsync(Page(Member))).ShouldBeOk();
        (await member.GetAsync(Page(Member, "recovery"))).ShouldBeForbidden();
    }

    [Fact]
    public async Task LOGIN_6_TheSessionGoesOnUnderANewId_AndFormsOfTheOtherContractAreNotSent()
    {
        await App.World.Memberships.AddAsync(Manager, Other, AccountRole.Manager);
        var manager = await SignedInAsync(ManagerId);
        var form = (await manager.GetAsync(Page(Member, "edit"))).ShouldBeOk();
        var before = await App.World.Sessions.ListAsync(row => row.SidHash);

        await SwitchAsync(manager, Other);

        (await LiveSessionsAsync(Manager)).ShouldBe(1);
        (await App.World.Sessions.AskAsync(rows => rows.Where(row => row.EndedAt == null).Select(row => row.SidHash)))
            .ShouldHaveSingleItem().ShouldNotBe(before[0]);
        var refused = await form.Form(Form).Fill("Department", "移動後").SubmitAsync();
        refused.Status.ShouldBe(System.Net.HttpStatusCode.BadRequest);
        refused.ShouldShow("現在は、ご契約N900000002を操作中です").ShouldShow("切り替え前のご契約のものです");
        (await UserAsync(user => user.Department, Member)).ShouldNotBe("移動後");
    }

    [Fact]
    public async Task MFA_7_WhereManagersNeedASecondFactor_SwitchingToOnesOwnContractAsksForIt()
    {
        await App.ChangeProfileAsync(Tenant, profile => profile with
        {
            SecondFactor = new SecondFactorProfile { Mode = SecondFactorMode.RequiredForManagers, Methods = ["app"] },
        });
        await App.World.Memberships.AddAsync(Member, Other, AccountRole.Manager);
        var member = await SignedInAsync(MemberId);
        (await member.GetAsync("/t/security/home")).ShouldBeOk();

        await SwitchAsync(member, Other);

        (await member.GetAsync("/t/security/home")).Location.ShouldNotBeNull().ShouldContain("/account/mfa/required");
    }

    [Theory]
    [InlineData("N900000003")]
    [InlineData("")]
    public async Task AZ_01_AnotherHoldersContract_IsNone(string number)
    {
        await App.World.Memberships.AddAsync(Member, Other);
        var member = await SignedInAsync(MemberId);
        var page = (await member.GetAsync(Switch)).ShouldBeOk();
        (await page.Form($"form:has(input[value={Other}])").Forge("number", number).SubmitAsync()).ShouldBeNotFound();
        (await EventsAsync("foreign-id-requested")).ShouldBe(1);
        (await EventsAsync("contract-switched")).ShouldBe(0);
    }

    [Fact]
    public async Task CONT_2_ASuspendedContract_IsNotWorkedIn()
    {
        await App.World.Memberships.AddAsync(Member, Other);
        var member = await SignedInAsync(MemberId);
        await SwitchAsync(member, Other);

        await App.World.Contracts.ChangeAsync(row => row.Number == Other, row => row.Status, ContractStatus.Suspended);

        (await member.GetAsync("/t/security/home")).Location.ShouldNotBeNull().ShouldContain("/login");
        var again = await SignedInAsync(MemberId);
        (await again.GetAsync(Switch)).ShouldBeOk().ShouldNotShow(Other);
    }

    [Fact]
    public async Task CASE_1_AnInquiryNamesOneOfOnesContracts_AndTheOneAtWorkIsChosenBeforehand()
    {
        const string New = "/t/security/cases/new";
        await App.World.Memberships.AddAsync(Member, Other);
        var member = await SignedInAsync(MemberId);
        var page = (await member.GetAsync(New)).ShouldBeOk();
        page.Find("select[name=About] option[selected]").GetAttribute("value").ShouldBe(First);

        PortalForm Filled() => page.Form("form:has(textarea)").Choose("Kind", "Alert").Fill("Subject", "別契約の件").Fill("Text", "内容");
        (await Filled().Forge("About", "N900000003").SubmitAsync("check")).ShouldBeRefused().ShouldShow("お客さま番号を選択してください");
        var check = (await Filled().Choose("About", Other).SubmitAsync("check")).ShouldBeOk().ShouldShow(Other);
        var sent = (await check.Form("form:has(button[value=save])").SubmitAsync("save")).Location.ShouldNotBeNull();

        (await App.World.Cases.ReadAsync(row => row.Contract!.Number)).ShouldBe(Other);
        (await member.GetAsync(sent)).ShouldBeOk().ShouldShow("別契約の件");
        (await member.GetAsync("/t/security/home")).Find(".p-menu summary").TextContent.ShouldContain(Other);
        (await App.World.Mails.RecipientsAsync()).ShouldBe(["hanako@example.jp"]);
    }

    [Fact]
    public async Task CTRC_1_TheContractsPage_NamesItsMembers_AsWhatTheyAreHere()
    {
        await App.World.Memberships.AddAsync(Manager, Other);
        var page = await (await SignedInAsync(OtherManagerId)).GetAsync($"/t/security/contracts/{Other}");
        var rows = page.ShouldBeOk().Texts("section[aria-labelledby=users] tbody tr");
        rows.Count.ShouldBe(3);
        rows[^1].ShouldContain(ManagerId);
        rows[^1].ShouldContain("利用者");
        rows[^1].ShouldNotContain("契約管理者");
    }

    [Fact]
    public async Task PROF_3_OnesOwnData_NamesTheContractsThatOneWorksFor()
    {
        await App.World.Memberships.AddAsync(Member, Other, AccountRole.Manager, "See");
        var member = await SignedInAsync(MemberId);
        var data = await (await member.GetAsync("/t/security/account/data")).ShouldBeOk().Form("form[action$='/account/data']")
            .SubmitAsync();
        using var json = System.Text.Json.JsonDocument.Parse(data.ShouldBeOk().Body);
        var row = json.RootElement.GetProperty("memberships").EnumerateArray().ShouldHaveSingleItem();
        row.GetProperty("contract").GetString().ShouldBe(Other);
        row.GetProperty("role").GetString().ShouldBe("manager");
        row.GetProperty("permissions").GetString().ShouldBe("See");
    }

    [Fact]
    public async Task CASE_7_WhoWorksHereBesideItsOwn_IsAColleague()
    {
        await App.World.Memberships.AddAsync(Member, Other);
        var stranger = await SignedInAsync(StrangerId);
        var page = (await stranger.GetAsync("/t/security/cases/new")).ShouldBeOk();
        var check = await page.Form("form:has(textarea)").Choose("Kind", "Alert").Fill("Subject", "共有").Fill("Text", "内容")
            .SubmitAsync("check");
        var path = (await check.Form("form:has(button[value=save])").SubmitAsync("save")).Location.ShouldNotBeNull().Split('?')[0];

        var shown = (await stranger.GetAsync(path)).ShouldBeOk();
        shown.ShouldShow("佐藤 花子").ShouldNotShow("次席");
    }
}
