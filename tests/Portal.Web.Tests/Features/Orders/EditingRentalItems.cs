using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Rules.Delegation;
using Portal.Rules.Orders;
using Portal.TestKit.Accounts;
using Portal.TestKit.Web;
using Portal.Web.Data;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Orders.Catalogue;
using Portal.Web.Tenancy;
using Portal.Web.Tests.Files;

namespace Portal.Web.Tests.Features.Orders;

/// <summary>The staff writes what is rented, its prices and its pictures (ORDER-1, ADMIN-5).</summary>
public sealed class EditingRentalItems : OrderTest
{
    private const string Editor = "/admin/rental-items";
    private const string NewPage = $"{Editor}/rental/new";

    [Fact]
    public async Task ORDER_1_Written_LookedAtInBothLanguages_Saved_Offered_Withdrawn()
    {
        var staff = await EditorAsync();
        var form = Filled((await staff.GetAsync(NewPage)).ShouldBeOk());

        var check = (await form.SubmitAsync("check")).ShouldBeOk();

        check.ShouldShow("まだ保存していません").ShouldShow("試験机").ShouldShow("Test desk").ShouldShow("1,500円");
        (await App.World.RentalItems.CountAsync()).ShouldBe(3);
        var saved = await (await Form(check).SubmitAsync("save")).FollowAsync();
        saved.ShouldBeOk().ShouldShow("商品を保存しました").ShouldShow("取り扱いなし").ShouldShow("適用中");
        var row = (await App.World.RentalItems.AskAsync(rows => rows.Where(each => each.Code == "DK-9"))).ShouldHaveSingleItem();
        (row.Category, row.MinimumMonths, row.TaxClass, row.IsOffered).ShouldBe((ItemCategory.Furniture, 2, TaxClass.Standard, false));
        (await App.World.Audit.ReadAsync("rental-item-added", row.Id, happened => happened.ActorKind)).ShouldBe(ActorKind.Staff);
        var customer = await SignedInAsync();
        (await customer.GetAsync(Shop + "/DK-9")).ShouldBeNotFound();

        var offered = await (await saved.Form("form[action$=restore]").SubmitAsync()).FollowAsync();

        offered.ShouldBeOk().ShouldShow("取り扱いを始めました").ShouldShow("取り扱い中");
        (await customer.GetAsync(Shop + "/DK-9")).ShouldBeOk().ShouldShow("試験机").ShouldShow("1,500円");
        (await customer.GetAsync(Shop + "/DK-9")).Find("p.p-prewrap").TextContent.ShouldBe("引き出し付きです。");
        (await customer.GetAsync(Shop + "/DK-9?culture=en")).ShouldBeOk().ShouldShow("Test desk");
        (await (await offered.Form("form[action$=withdraw]").SubmitAsync()).FollowAsync()).ShouldShow("取り扱いを終了しました");
        (await customer.GetAsync(Shop + "/DK-9")).ShouldBeNotFound();
        (await App.World.Audit.CountAsync("rental-item-restored", row.Id)).ShouldBe(1);
        (await App.World.Audit.CountAsync("rental-item-withdrawn", row.Id)).ShouldBe(1);
        (await (await offered.Form("form[action$=withdraw]").Anew().SubmitAsync()).FollowAsync()).ShouldShow("変更はありませんでした");
    }

    [Fact]
    public async Task ORDER_1_TheList_IsSearchedInBothLanguages()
    {
        var staff = await EditorAsync();
        await App.World.RentalItems.ChangeAsync(row => row.Code == Water, row => row.ChangedAt, DateTimeOffset.UnixEpoch);

        (await staff.GetAsync(Editor)).ShouldBeOk().ShouldShow("ノートパソコン").ShouldShow(Water)
            .ShouldNotShow("1970/").ShouldNotShow("1970-").ShouldNotShow("1970年");
        (await staff.GetAsync(Editor + "?q=office+chair")).ShouldBeOk().ShouldShow("オフィスチェア").ShouldNotShow("ノートパソコン");
        (await staff.GetAsync(Editor + "?q=zzz&sort=nonsense")).ShouldBeOk().ShouldShow("該当する商品はありません");
    }

    [Fact]
    public async Task ADMIN_5_AChange_IsRecordedWithBeforeAndAfter_AndTouchesNothingOrdered()
    {
        var order = await PlaceAsync(OrderKind.Quote, months: 3);
        var (staff, id) = (await EditorAsync(), await IdAsync(Laptop));
        var edit = Form((await staff.GetAsync($"{Editor}/rental/{id}/edit")).ShouldBeOk());

        var check = await edit.Fill("NameJa", "新しいパソコン").Fill("MinimumMonths", "6").SubmitAsync("check");
        var saved = await (await Form(check.ShouldBeOk()).SubmitAsync("save")).FollowAsync();

        saved.ShouldBeOk().ShouldShow("商品を保存しました").ShouldShow("新しいパソコン");
        var details = (await App.World.Audit.ReadAsync("rental-item-changed", id, happened => happened.Details))!;
        details.ShouldContain("\"minimumMonths\":[3,6]");
        details.ShouldContain("itemName");
        (await App.World.OrderLines.ListAsync(line => $"{line.Name} {line.MinimumMonths} {line.Monthly}"))
            .ShouldContain("ノートパソコン 3 4800");
        (await (await SignedInAsync()).GetAsync(PathOf(order.Named, "document"))).ShouldBeOk().ShouldShow("ノートパソコン")
            .ShouldNotShow("新しいパソコン");
    }

    [Theory]
    [InlineData("ItemCode", "机-1", "コードは英数字で始め")]
    [InlineData("ItemCode", "", "商品コードを入力してください")]
    [InlineData("ItemCode", "pc-1", "このコードはほかの商品に使われています")]
    [InlineData("ItemCode", "basket", "カートのアドレスと重なる")]
    [InlineData("NameJa", "", "商品名（日本語）を入力してください")]
    [InlineData("MinimumMonths", "61", "最低利用期間（月）")]
    [InlineData("Monthly", "100.5", "月額（円、税抜）")]
    [InlineData("Monthly", "10000001", "月額（円、税抜）")]
    public async Task ORDER_1_WhatCannotBeSaved_IsSaidAtItsField(string field, string value, string said)
    {
        var staff = await EditorAsync();
        var form = Filled(await staff.GetAsync(NewPage)).Fill(field, value);

        var answer = await form.SubmitAsync("check");
        answer = answer.Status == HttpStatusCode.OK ? await Form(answer).SubmitAsync("save") : answer;

        answer.ShouldBeRefused().ShouldShow(said);
        (await App.World.RentalItems.CountAsync()).ShouldBe(3);
    }

    [Theory]
    [InlineData("Category")]
    [InlineData("Stock")]
    [InlineData("Tax")]
    public async Task ORDER_1_WordsThatThePageDidNotOffer_AreRefused(string field)
    {
        var staff = await EditorAsync();

        (await Filled(await staff.GetAsync(NewPage)).Forge(field, "99").SubmitAsync("check")).ShouldBeRefused();
        (await App.World.RentalItems.CountAsync()).ShouldBe(3);
    }

    [Fact]
    public async Task SAFE_1_ORDER_1_WhatSomebodyElseChanged_IsShownBesideOnesOwn()
    {
        var (staff, id) = (await EditorAsync(), await IdAsync(Laptop));
        var edit = Form(await staff.GetAsync($"{Editor}/rental/{id}/edit"));
        var page = await staff.GetAsync($"{Editor}/rental/{id}");
        await App.InTenantAsync(Tenant, async services =>
        {
            var item = await services.GetRequiredService<PortalDbContext>().RentalItems.AsNoTracking().SingleAsync(row => row.Id == id);
            (await services.GetRequiredService<RentalItemEditing>().ChangeAsync(id, item.Version,
                RentalItemContent.Of(item) with { Name = "他の人の名前" })).ShouldBeOfType<RentalItemOutcome.Done>();
        });

        var check = await edit.Fill("NameJa", "自分の名前").SubmitAsync("check");
        var conflict = await Form(check).SubmitAsync("save");

        conflict.ShouldBe(HttpStatusCode.Conflict).ShouldShow("他の人の名前").ShouldShow("自分の名前");
        (await (await page.Form("form[action$=withdraw]").SubmitAsync()).FollowAsync()).ShouldShow("ほかの担当者が変更したため");
        (await App.World.RentalItems.CountAsync(row => row.Name == "他の人の名前" && row.IsOffered)).ShouldBe(1);
    }

    [Fact]
    public async Task ORDER_1_APlannedPrice_HoldsFromItsDay_AndNothingOrderedChanges()
    {
        var quote = await PlaceAsync(OrderKind.Quote, months: 3, laptops: 2, chairs: 0);
        var (staff, id) = (await EditorAsync(), await IdAsync(Laptop));
        var item = await staff.GetAsync($"{Editor}/rental/{id}");

        var planned = await (await Price(item, Day(7), "5,500").SubmitAsync()).FollowAsync();

        planned.ShouldBeOk().ShouldShow("料金を追加しました").ShouldShow("5,500円").ShouldShow("予定");
        (await App.World.Audit.ReadAsync("rental-price-planned", id, happened => happened.Details))!.ShouldContain("[4800,5500]");
        (await (await SignedInAsync()).GetAsync($"{Shop}/{Laptop}")).ShouldShow("4,800円").ShouldNotShow("5,500円");
        var before = await PlaceAsync(OrderKind.Quote, months: 3, laptops: 1, chairs: 0);
        App.Time.Advance(TimeSpan.FromDays(7));
        (await (await SignedInAsync()).GetAsync($"{Shop}/{Laptop}")).ShouldShow("5,500円").ShouldNotShow("4,800円");
        var after = await PlaceAsync(OrderKind.Quote, months: 3, laptops: 1, chairs: 0);

        (await MonthlyAsync(quote)).ShouldBe(4_800);
        (await MonthlyAsync(before)).ShouldBe(4_800);
        (await MonthlyAsync(after)).ShouldBe(5_500);
        (await App.World.Orders.ReadAsync(row => row.Id == quote.Id, row => row.Net)).ShouldBe(quote.Net);
    }

    [Theory]
    [InlineData(-1, "5000", "適用開始日は今日以降")]
    [InlineData(731, "5000", "までの日付を入力してください")]
    [InlineData(-400, "5000", "適用開始日は今日以降")]
    [InlineData(3, "", "新しい月額（円、税抜）を入力してください")]
    [InlineData(3, "-5", "新しい月額（円、税抜）")]
    [InlineData(3, "99.5", "新しい月額（円、税抜）")]
    public async Task ORDER_1_APriceThatCannotBe_IsSaidAtItsField(int days, string monthly, string said)
    {
        var (staff, id) = (await EditorAsync(), await IdAsync(Laptop));

        var answer = await Price(await staff.GetAsync($"{Editor}/rental/{id}"), Day(days), monthly).SubmitAsync();

        answer.ShouldBeRefused().ShouldShow(said);
        (await App.World.ItemPrices.CountAsync(row => row.ItemId == id)).ShouldBe(1);
    }

    [Fact]
    public async Task ORDER_1_OnePriceADay_TakenBackUntilItHolds()
    {
        var (staff, id) = (await EditorAsync(), await IdAsync(Laptop));
        var item = await staff.GetAsync($"{Editor}/rental/{id}");
        var planned = await (await Price(item, Day(2), "5000").SubmitAsync()).FollowAsync();
        (await Price(planned, Day(2), "6000").SubmitAsync()).ShouldBeRefused().ShouldShow("この日から始まる料金がすでにあります");

        (await (await planned.Form("form[action$='prices/delete']").SubmitAsync()).FollowAsync()).ShouldShow("予定した料金を取り消しました");

        (await App.World.ItemPrices.CountAsync(row => row.ItemId == id)).ShouldBe(1);
        (await App.World.Audit.CountAsync("rental-price-removed", id)).ShouldBe(1);
        var again = await (await Price(await staff.GetAsync($"{Editor}/rental/{id}"), Day(2), "5000").SubmitAsync()).FollowAsync();
        App.Time.Advance(TimeSpan.FromDays(2));
        staff = await EditorAsync("rental", "later@portal.test");
        (await CraftAsync(staff, $"{Editor}/rental/{id}", $"{Editor}/rental/{id}/prices/delete", ("from", $"{Day():yyyy-MM-dd}")))
            .ShouldRedirectTo($"{Editor}/rental/{id}");
        again.ShouldShow("5,000円");
        (await App.World.ItemPrices.CountAsync(row => row.ItemId == id)).ShouldBe(2);
    }

    /// <summary>The catalogue asks in SQL what the rule says.</summary>
    [Fact]
    public async Task ORDER_1_TheCatalogueAndTheRule_SayTheSameOfEveryDay()
    {
        var id = await IdAsync(Laptop);
        foreach (var days in new[] { 1, 3, 4 })
        {
            (await App.InTenantAsync(Tenant, services => services.GetRequiredService<ItemPricing>()
                .PlanAsync(id, new DatedPrice(Day(days), new Yen(5_000 + days))))).ShouldBeOfType<RentalItemOutcome.Done>();
        }

        var prices = (await App.World.ItemPrices.AskAsync(rows => rows.Where(row => row.ItemId == id))).Select(row => row.Dated).ToList();
        for (var days = 0; days < 6; days++)
        {
            var shown = await App.InTenantAsync(Tenant, services => services.GetRequiredService<RentalCatalogue>().FindAsync(Laptop));
            shown!.Monthly.ShouldBe(DatedPrice.On(prices, Day())!.Value.Monthly);
            App.Time.Advance(TimeSpan.FromDays(1));
        }
    }

    [Fact]
    public async Task FD_05_ORDER_1_TwoWhoPlanForOneDayAtOnce_OneDoes()
    {
        var id = await IdAsync(Laptop);
        var from = Day(5);

        var outcomes = await Task.WhenAll(Enumerable.Range(1, 4).Select(turn => App.InTenantAsync(Tenant,
            services => services.GetRequiredService<ItemPricing>().PlanAsync(id, new DatedPrice(from, new Yen(turn * 100))))));

        outcomes.Count(outcome => outcome is RentalItemOutcome.Done).ShouldBe(1);
        outcomes.OfType<RentalItemOutcome.WrongPrice>().ShouldAllBe(outcome => outcome.Fault == PriceFault.SameDay);
        (await App.World.ItemPrices.CountAsync(row => row.ItemId == id)).ShouldBe(2);
    }

    [Fact]
    public async Task ORDER_1_APicture_WithItsWords_IsShown_AndRemoved()
    {
        var (staff, id) = (await EditorAsync(), await IdAsync(Laptop));
        var item = await staff.GetAsync($"{Editor}/rental/{id}");

        var set = await (await item.Form("form[action$=picture]").Fill("Alt", "開いたノートパソコン").Fill("AltEn", "An open laptop")
            .Attach("file", "laptop.png", SamplePictures.Png(5, 4)).SubmitAsync()).FollowAsync();

        set.ShouldBeOk().ShouldShow("画像を登録しました");
        var picture = await App.World.ItemPictures.ReadAsync(row => row.ItemId == id, row => row.Id);
        var customer = await SignedInAsync();
        var shown = (await customer.GetAsync($"{Shop}/{Laptop}")).ShouldBeOk();
        shown.Find("img.p-good__picture").GetAttribute("alt").ShouldBe("開いたノートパソコン");
        (await customer.GetAsync($"{Shop}/{Laptop}/picture/{picture}")).ShouldBeOk().Headers["Content-Type"].ShouldBe("image/png");
        (await customer.GetAsync($"{Shop}/{Chair}/picture/{picture}")).ShouldBeNotFound();
        (await staff.GetAsync($"{Editor}/rental/{id}/picture/{picture}")).ShouldBeOk();
        (await App.World.Audit.CountAsync("rental-item-picture-set", id)).ShouldBe(1);

        (await (await set.Form("form[action$='picture/delete']").SubmitAsync()).FollowAsync()).ShouldShow("画像を削除しました");

        (await App.World.ItemPictures.CountAsync()).ShouldBe(0);
        (await App.World.Audit.CountAsync("rental-item-picture-removed", id)).ShouldBe(1);
    }

    [Theory]
    [InlineData("", true, "画像の説明（日本語）")]
    [InlineData("机", false, "対応していない形式です（対応：PNG、JPEG）")]
    public async Task FI_05_ORDER_1_WhatIsNoPicture_OrSaysNothing_IsRefused(string alt, bool isPicture, string said)
    {
        var (staff, id) = (await EditorAsync(), await IdAsync(Laptop));

        (await (await staff.GetAsync($"{Editor}/rental/{id}")).Form("form[action$=picture]").Fill("Alt", alt)
            .Attach("file", "laptop.png", isPicture ? SamplePictures.Png(5, 4) : "<svg onload=alert(1)>"u8.ToArray()).SubmitAsync())
            .ShouldBeRefused().ShouldShow(said);

        (await App.World.ItemPictures.CountAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task ADMIN_11_AnAgent_ReadsOrders_AndWritesNoItems()
    {
        var (agent, id) = (await AgentAsync(), await IdAsync(Laptop));

        (await agent.GetAsync("/admin/orders")).ShouldBeOk();
        (await agent.GetAsync(Editor)).ShouldBeForbidden();
        (await CraftAsync(agent, "/admin/orders", $"{Editor}/rental/{id}/withdraw", ("version", "1"))).ShouldBeForbidden();
        (await CraftAsync(agent, "/admin/orders", $"{Editor}/rental/{id}/prices", ("From", $"{Day():yyyy-MM-dd}"), ("NewMonthly", "1")))
            .ShouldBeForbidden();
        (await App.World.RentalItems.CountAsync(row => row.IsOffered)).ShouldBe(3);
    }

    [Fact]
    public async Task AZ_01_ORDER_1_AnotherTenantsAdministrator_FindsNothing()
    {
        var (staff, id) = (await EditorAsync("control"), await IdAsync(Laptop));

        (await staff.GetAsync(Editor)).ShouldBeOk().ShouldNotShow("ノートパソコン");
        (await staff.GetAsync($"{Editor}/rental/{id}")).ShouldBeNotFound();
        (await staff.GetAsync($"{Editor}/control/{id}")).ShouldBeNotFound();
        (await staff.GetAsync($"{Editor}/control/new")).ShouldBeNotFound();
        (await CraftAsync(staff, "/admin/orders", $"{Editor}/rental/{id}/prices", ("From", $"{Day():yyyy-MM-dd}"), ("NewMonthly", "1")))
            .ShouldBeNotFound();
        (await App.World.ItemPrices.CountAsync()).ShouldBe(3);
    }

    private static PortalForm Filled(PortalPage page) => Form(page).Fill("ItemCode", "dk-9").Choose("Category", "Furniture")
        .Fill("NameJa", "試験机").Fill("NameEn", "Test desk").Fill("TextJa", "引き出し付きです。").Choose("Stock", "OnRequest")
        .Fill("MinimumMonths", "2").Choose("Tax", "Standard").Fill("Position", "5").Fill("Monthly", "１，５００");

    private static PortalForm Price(PortalPage page, DateOnly from, string monthly) =>
        page.Form("form[action$=prices]").Fill("From", $"{from:yyyy-MM-dd}").Fill("NewMonthly", monthly);

    private static PortalForm Form(PortalPage page) => page.Form("form:has(input[name=Version])");

    private Task<Guid> IdAsync(string code) => App.World.RentalItems.ReadAsync(row => row.Code == code, row => row.Id);

    private Task<long> MonthlyAsync(RentalOrder order) =>
        App.World.OrderLines.ReadAsync(line => line.OrderId == order.Id && line.Code == Laptop, line => line.Monthly);

    private async Task<PortalBrowser> EditorAsync(string tenant = Tenant, string id = "editor@portal.test")
    {
        var user = await new Account("admin", id) { Role = AccountRole.TenantAdministrator, Contract = null, Email = id }.AddToAsync(App);
        await App.InTenantAsync("admin", async services => services.GetRequiredService<PortalDbContext>().StaffAssignments
            .Add(new StaffAssignment
            {
                UserId = user,
                TenantId = (await services.GetRequiredService<TenantCatalog>().FindBySlugAsync(tenant))!.Id,
            }));
        var browser = App.CreateBrowser();
        (await browser.SignInAsync("admin", id)).ShouldBeOk();
        return browser;
    }
}
