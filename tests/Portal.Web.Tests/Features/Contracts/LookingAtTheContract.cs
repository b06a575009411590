using Portal.TestKit.Accounts;
using Portal.TestKit.Web;
using Portal.Web.Data.Entities;
using Portal.Web.Tenancy.Profiles;
using Portal.Web.Tests.Features.Points;

namespace Portal.Web.Tests.Features.Contracts;

/// <summary>What its people see of a contract (CTRC-1).</summary>
public sealed class LookingAtTheContract : PointTest
{
    private const string Contracts = "/t/security/contracts";
    private const string Own = $"{Contracts}/{Contract}";

    [Fact]
    public async Task CTRC_1_TheListLeadsToTheContract_WithAllThatItHas()
    {
        await FillAsync();
        await GrantAsync(120);
        await ReservedAsync(20);
        var browser = await SignedInAsync(ManagerId);

        var list = (await browser.GetAsync(Contracts)).ShouldBeOk().ShouldShow("試験株式会社").ShouldShow("試験サービス");
        list.Texts("tbody tr").Count.ShouldBe(1);
        var page = (await list.ClickAsync(Contract)).ShouldBeOk();

        page.ShouldShow("試験サービス（N900000001）").ShouldShow("2027/04/01").ShouldShow("24時間監視").ShouldShow("スタンダード").ShouldShow("1,500");
        page.ShouldShow("監視対象の追加（5）").ShouldShow("月次報告会").ShouldShow("残り100ポイント（2026/04/01～2027/03/31）");
        page.Texts("section[aria-labelledby=users] tbody th").ShouldBe(["山田 太郎", "佐藤 花子", "鈴木 次郎"], ignoreOrder: true);
        page.Texts("section[aria-labelledby=lines] tbody th").ShouldBe(["LN-0001"]);
        (await page.ClickAsync("利用者の一覧を見る")).ShouldBeOk();
    }

    [Fact]
    public async Task CTRC_1_TheStaffSeesWhatTheContractHas()
    {
        await FillAsync();

        var page = (await (await AgentAsync()).GetAsync($"/admin/contracts/security/{await ContractIdAsync()}")).ShouldBeOk();

        page.ShouldShow("1,500").ShouldShow("監視対象の追加（5）").ShouldShow("月次報告会").ShouldShow("2025/04/01から");
    }

    [Fact]
    public async Task CTRC_1_SAFE_4_WhereTheTenantHasNoPageOfUsers_NoLinkLeadsThere()
    {
        await App.ChangeProfileAsync(Tenant, profile => profile with { Features = [.. profile.Features.Except(["operators"])] });

        var page = (await (await SignedInAsync(ManagerId)).GetAsync(Own)).ShouldBeOk();

        page.Texts("section[aria-labelledby=users] tbody th").Count.ShouldBe(3);
        page.Has("section[aria-labelledby=users] a").ShouldBeFalse();
    }

    [Fact]
    public async Task CTRC_1_AZ_23_TheOthersAreShownToManagersAlone()
    {
        await FillAsync();
        var browser = await SignedInAsync(AuthorId);

        var page = (await browser.GetAsync(Own)).ShouldBeOk().ShouldShow("スタンダード");

        page.Has("section[aria-labelledby=users]").ShouldBeFalse();
        foreach (var other in new[] { ManagerId, ColleagueId, "山田", "鈴木" })
        {
            page.ShouldNotShow(other);
        }
    }

    [Fact]
    public async Task CTRC_1_WhatAContractHasNot_TakesNoRoom()
    {
        var page = (await (await SignedInAsync(AuthorId)).GetAsync(Own)).ShouldBeOk();

        page.Has("section[aria-labelledby=lines]").ShouldBeFalse();
        page.Texts("section[aria-labelledby=use] dt").ShouldBe(["オプション"]);
        page.Texts("section[aria-labelledby=use] dd").ShouldBe(["なし"]);
    }

    [Fact]
    public async Task CTRC_1_CONT_2_TheListNamesAllOfOnesContracts_AndLeadsToTheSwitch()
    {
        const string Other = "N900000002";
        await App.World.Memberships.ShareHolderAsync(Contract, Other);
        await App.World.Memberships.AddAsync(await App.World.Accounts.IdOfAsync(ManagerId), Other);
        var browser = await SignedInAsync(ManagerId);

        var list = (await browser.GetAsync(Contracts)).ShouldBeOk();
        list.Texts("tbody th").ShouldBe([Contract, Other]);
        list.Texts("tbody th a").ShouldBe([Contract]);
        var rows = list.Texts("tbody tr");
        rows[0].ShouldEndWith("操作中");
        rows[1].ShouldEndWith("このご契約に切り替え");
        var asked = (await browser.GetAsync($"{Contracts}/{Other}")).ShouldRedirectTo("/t/security/account/contract");
        var page = (await asked.FollowAsync()).ShouldBeOk().ShouldShow("N900000002はお客さまの別のご契約です。");
        await page.Form("main form:has(input[name=number])").SubmitAsync();

        (await browser.GetAsync($"{Contracts}/{Other}")).ShouldBeOk().ShouldShow(Other);
        (await browser.GetAsync(Contracts)).ShouldBeOk().Texts("tbody th a").ShouldBe([Other]);
        (await App.World.Audit.CountAsync("foreign-id-requested")).ShouldBe(0);
    }

    [Theory]
    [InlineData("N900000002")]
    [InlineData("N999999999")]
    [InlineData("n900000001")]
    public async Task AZ_01_AnotherContract_IsNotThere(string number)
    {
        var page = await (await SignedInAsync(ManagerId)).GetAsync($"{Contracts}/{number}");

        page.ShouldBeNotFound();
        (await App.World.Audit.ReadAsync("foreign-id-requested", happened => happened.SubjectName)).ShouldBe(number);
    }

    [Fact]
    public async Task CTRC_1_AskForAChange_OpensAnInquiryThatIsFilledIn()
    {
        var browser = await SignedInAsync(AuthorId);

        var form = (await (await browser.GetAsync(Own)).ClickAsync("変更を相談")).ShouldBeOk();
        form.Find("input[name=Subject]").GetAttribute("value").ShouldBe($"ご契約内容の変更について（{Contract}）");
        var check = await form.Form("form:has(textarea)").Fill("Text", "監視対象を5台追加したい").SubmitAsync("check");
        await check.Form("form:has(button[value=save])").SubmitAsync("save");

        (await App.World.Cases.ReadAsync(row => row.Subject)).ShouldBe($"ご契約内容の変更について（{Contract}）");
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("contract.Subject")]
    [InlineData("Contract")]
    public async Task CTRC_1_AnAddressPutsNoWordsOfItsOwnIntoAForm(string about)
    {
        var form = (await (await SignedInAsync(AuthorId)).GetAsync($"/t/security/cases/new?about={about}")).ShouldBeOk();

        form.Find("input[name=Subject]").GetAttribute("value").ShouldBeNullOrEmpty();
        form.Find("textarea[name=Text]").TextContent.Trim().ShouldBeEmpty();
    }

    [Fact]
    public async Task CTRC_1_ALineOfTheTenantsOwn_SaysHowChangesAreAppliedFor()
    {
        var browser = await SignedInAsync(AuthorId);
        (await browser.GetAsync(Own)).ShouldShow("10営業日前までに");

        await App.ChangeProfileAsync(Tenant, profile => profile with { Contracts = new ContractsProfile() });

        (await browser.GetAsync(Own)).ShouldShow("ここでは変更できません").ShouldNotShow("10営業日前までに");
    }

    private async Task FillAsync()
    {
        var row = (await App.World.Contracts.AskAsync(rows => rows.Where(each => each.Number == Contract))).ShouldHaveSingleItem();
        var (tenant, id) = (row.TenantId, row.Id);
        await App.World.Contracts.ChangeAsync(each => each.Id == id, set => set.SetProperty(each => each.Kind, "24時間監視")
            .SetProperty(each => each.Plan, "スタンダード").SetProperty(each => each.Credits, 1500)
            .SetProperty(each => each.RenewsOn, new DateOnly(2027, 4, 1)));
        await App.World.ContractOptions.AddAsync(Option("監視対象の追加", 5, 1), Option("月次報告会", null, 2));
        await App.World.ContractLines.AddAsync(new ContractLine
        {
            TenantId = tenant,
            Id = Guid.CreateVersion7(),
            ContractId = id,
            Number = "LN-0001",
            Name = "本社",
            Kind = "access",
            StartsOn = new DateOnly(2025, 4, 1),
        });

        ContractOption Option(string name, int? quantity, int order) => new()
        {
            TenantId = tenant,
            Id = Guid.CreateVersion7(),
            ContractId = id,
            Name = name,
            Quantity = quantity,
            StartsOn = new DateOnly(2025, 4, 1),
            Order = order,
        };
    }
}
