using System.Net;
using System.Text;
using Portal.TestKit.Accounts;
using Portal.TestKit.Web;
using Portal.Web.Export.Xlsx;
using Portal.Web.Features.Operators;
using Portal.Web.Features.Operators.Index;
using Portal.Web.Tests.Features.OwnAccount.History;

namespace Portal.Web.Tests.Features.Operators;

public sealed class Listing : OperatorsTest
{
    private static IReadOnlyList<string> Ids(PortalPage page) => page.Texts("tbody th");

    [Fact]
    public async Task OPER_2_AParentSeesTheIdsOfItsContractAndNoOthers()
    {
        var page = await (await SignedInAsync(ParentId)).GetAsync(List);

        page.ShouldBeOk().ShouldNotShow(StrangerId).ShouldNotShow("他社");
        page.ShouldShow("オペレータID、氏名、メールアドレス、部署で探せます。");
        Ids(page).ShouldBe([ParentId, ChildId, SiblingId]);
    }

    [Fact]
    public async Task OPER_4_AChildIsLedToItsOwnPage() =>
        (await (await SignedInAsync(ChildId)).GetAsync(List)).ShouldRedirectTo(Page(Child));

    [Fact]
    public async Task AZ_02_WithoutSigningIn_TheListLeadsToTheDoor() =>
        (await App.CreateBrowser().GetAsync(List)).Location.ShouldNotBeNull().ShouldStartWith("/t/control/login");

    private static readonly string[] Spellings = ["花子", "山田花子", "やまだ", "ﾔﾏﾀﾞ ﾊﾅｺ", "ｎ０００９００２", "CHILD@control", "監視"];

    [Fact]
    public async Task OPER_2_IV_03_SearchForgivesWidthKanaAndCase()
    {
        var parent = await SignedInAsync(ParentId);
        foreach (var query in Spellings)
        {
            Ids(await parent.GetAsync($"{List}?q={Uri.EscapeDataString(query)}")).ShouldBe([ChildId], query);
        }
    }

    private static readonly string[] AllColumns =
        ["id", "name", "department", "email", "phone", "state", "lastSignIn", "sessions", "validUntil", "updated"];

    /// <summary>It reads less than any other view of the list, and must not show less.</summary>
    [Fact]
    public async Task PERF_2_OPER_2_AsItOpens_TheListShowsWhatItShowsInAnyOrder()
    {
        await App.ChangeProfileAsync(Tenant, profile => profile with { Operators = profile.Operators! with { Columns = AllColumns } });
        await LockAsync(Child);
        await SignedInAsync(SiblingId);
        await App.World.Accounts.ChangeAsync(Child, user => user.Phone, "03-1234-5678");
        await App.World.Accounts.ChangeAsync(Child, user => user.PreferredName, "はな");
        await App.World.Accounts.ChangeAsync(Child, user => user.MustChangePassword, true);
        await App.World.Accounts.DisableAsync(Sibling);
        await App.World.Accounts.SetValidUntilAsync(Sibling, new DateOnly(2026, 1, 1));
        var parent = await SignedInAsync(ParentId);
        List<string> Rows(PortalPage page) => [.. page.Document.QuerySelectorAll("tbody tr")
            .Select(row => string.Join('|', row.QuerySelectorAll("th, td").Select(cell => cell.TextContent.Trim())))];

        var opened = Rows(await parent.GetAsync(List));

        opened.Count.ShouldBe(3);
        opened[1].ShouldContain("はな");
        opened.ShouldBe(Rows(await parent.GetAsync(List + "?sort=-id")), ignoreOrder: true);
    }

    [Fact]
    public async Task SAFE_2_EveryFormOfAPageHasAnIdOfItsOwn_AndEveryPageOthers()
    {
        var parent = await SignedInAsync(ParentId);
        async Task<IEnumerable<string?>> IdsAsync() =>
            (await parent.GetAsync(List)).Document.QuerySelectorAll("input[name=__form]").Select(field => field.GetAttribute("value"));

        string?[] ids = [.. await IdsAsync(), .. await IdsAsync()];

        ids.Length.ShouldBeGreaterThan(4);
        ids.Distinct().Count().ShouldBe(ids.Length);
    }

    private static readonly string[] FindNothing = ["%", "_", "' OR 1=1 --", "\\", "\u202e", "他社"];

    [Fact]
    public async Task IV_13_EN_12_SignsOfTheDatabaseAndForeignNamesFindNothing()
    {
        var parent = await SignedInAsync(ParentId);
        foreach (var query in FindNothing)
        {
            (await parent.GetAsync($"{List}?q={Uri.EscapeDataString(query)}")).ShouldBeOk().ShouldShow("条件に合うオペレータはありません");
        }
    }

    [Fact]
    public async Task OPER_2_TheStateFilterKnowsEveryState()
    {
        await LockAsync(Child);
        await App.World.Accounts.DisableAsync(Sibling);
        var parent = await SignedInAsync(ParentId);

        Ids(await parent.GetAsync(List + "?state=active")).ShouldBe([ParentId]);
        Ids(await parent.GetAsync(List + "?state=locked")).ShouldBe([ChildId]);
        Ids(await parent.GetAsync(List + "?state=disabled")).ShouldBe([SiblingId]);
    }

    [Theory]
    [InlineData("locked disabled ended change dormant", "locked")]
    [InlineData("disabled ended change dormant", "disabled")]
    [InlineData("ended change dormant", "expired")]
    [InlineData("change dormant", "mustChange")]
    [InlineData("without dormant", "mustChange")]
    [InlineData("invited change", "mustChange")]
    [InlineData("invited dormant", "invited")]
    [InlineData("dormant", "dormant")]
    [InlineData("", "active")]
    public async Task OPER_2_EachIdIsInOneState_SoThatTheTabsAddUp(string facts, string expected)
    {
        foreach (var fact in facts.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            await (fact switch
            {
                "locked" => LockAsync(Sibling),
                "disabled" => App.World.Accounts.DisableAsync(Sibling),
                "ended" => App.World.Accounts.SetValidUntilAsync(Sibling, new DateOnly(2026, 1, 1)),
                "change" => App.World.Accounts.ChangeAsync(Sibling, user => user.MustChangePassword, true),
                "without" => App.World.Accounts.ChangeAsync(Sibling, user => user.PasswordHash, null),
                "dormant" => App.World.Accounts.ChangeAsync(Sibling, user => user.DormantNoticeAt, App.Time.GetUtcNow()),
                _ => App.World.Accounts.ChangeAsync(Sibling, set => set.SetProperty(user => user.PasswordHash, (string?)null)
                    .SetProperty(user => user.InvitedAt, App.Time.GetUtcNow())),
            });
        }

        var parent = await SignedInAsync(ParentId);
        foreach (var state in OperatorStates.Filters.Select(OperatorFilter.Key))
        {
            Ids(await parent.GetAsync($"{List}?state={state}")).Contains(SiblingId).ShouldBe(state == expected, state);
        }
    }

    [Fact]
    public async Task CG_10_ALockedAndDisabledIdShowsBothStates()
    {
        await LockAsync(Child);
        await App.World.Accounts.DisableAsync(Child);
        var row = (await (await SignedInAsync(ParentId)).GetAsync(List + "?q=" + ChildId)).Texts("tbody tr").ShouldHaveSingleItem();

        row.ShouldContain("無効");
        row.ShouldContain("ロック中");
    }

    [Fact]
    public async Task OPER_6_TheListShowsLastSignInAndLiveSessions()
    {
        await SignedInAsync(ChildId);
        await SignedInAsync(ChildId);
        var row = (await (await SignedInAsync(ParentId)).GetAsync(List + "?q=" + ChildId)).Find("tbody tr");

        row.QuerySelector("[data-label=ログイン中]")!.TextContent.Trim().ShouldBe("2");
        row.QuerySelector("[data-label=最終ログイン]")!.TextContent.Trim().ShouldBe("2026/05/13 10:00");
    }

    [Fact]
    public async Task OPER_2_SortingByNameGoesByReading()
    {
        await App.World.Accounts.ChangeAsync(Parent, user => user.FamilyNameKana, "オヤ");
        var parent = await SignedInAsync(ParentId);

        Ids(await parent.GetAsync(List + "?sort=name")).ShouldBe([SiblingId, ParentId, ChildId]);
        Ids(await parent.GetAsync(List + "?sort=-name")).ShouldBe([ChildId, ParentId, SiblingId]);
    }

    private static readonly string[] NotOnTheList =
        ["sort=Password", "sort=-PasswordHash", "page=-1", "page=99999999999999999999", "size=1000000000", "state=%27", "page=１"];

    [Fact]
    public async Task IV_09_WhatIsNotOnTheListMeansTheDefault()
    {
        var parent = await SignedInAsync(ParentId);
        foreach (var query in NotOnTheList)
        {
            Ids(await parent.GetAsync(List + "?" + query)).Count.ShouldBe(3, query);
        }
    }

    [Fact]
    public async Task OPER_2_ALongListIsPaged_AndAPageBeyondTheEndLeadsToTheFirst()
    {
        for (var i = 0; i < 22; i++)
        {
            await new Account(Tenant, $"N0008{i:000}").AddToAsync(App);
        }

        var parent = await SignedInAsync(ParentId);
        var first = await parent.GetAsync(List);
        Ids(first).Count.ShouldBe(20);
        first.ShouldShow("25件中1〜20件目");
        Ids(await first.ClickAsync("次へ")).Count.ShouldBe(5);
        Ids(await parent.GetAsync(List + "?size=50")).Count.ShouldBe(25);
        (await parent.GetAsync(List + "?page=7&q=N0008")).ShouldRedirectTo(List + "?q=N0008");
    }

    [Fact]
    public async Task FACE_5_OnePageTellsHowManyAndNotWhichPart() =>
        (await (await SignedInAsync(ParentId)).GetAsync(List)).ShouldShow("オペレータ（3件）").ShouldNotShow("件目");

    [Fact]
    public async Task OPER_3_BackFromADetailLeadsToTheListAsItWas()
    {
        var parent = await SignedInAsync(ParentId);
        var detail = await (await parent.GetAsync(List + "?q=N000&sort=-id")).ClickAsync(ChildId);

        (await detail.ClickAsync(".p-breadcrumb li:nth-child(2) a")).Address.PathAndQuery.ShouldBe(List + "?q=N000&sort=-id");
    }

    [Fact]
    public async Task OPER_2_EX_02_TheListIsAFileOfTheSameRows()
    {
        await App.World.Accounts.ChangeAsync(Child, user => user.Department, "＝SUM(A1),\"x\"");
        var page = await (await SignedInAsync(ParentId)).GetAsync(List + "?sort=-id&q=N0009");
        var file = await page.Form("form[action*=export]").SubmitAsync();

        file.ShouldBeOk().Headers["Content-Type"].ShouldStartWith("text/csv");
        file.Headers["Content-Disposition"].ShouldContain("attachment");
        file.Content.AsSpan(0, 3).ToArray().ShouldBe(Encoding.UTF8.GetPreamble());
        var lines = Encoding.UTF8.GetString(file.Content.AsSpan(3)).Split("\r\n");
        lines[0].ShouldStartWith("オペレータID,氏名,部署,状態");
        lines.Skip(1).Take(3).Select(line => line[..8]).ShouldBe([SiblingId, ChildId, ParentId]);
        lines[2].ShouldContain("\"'＝SUM(A1),\"\"x\"\"\"");
        (await EventsAsync("exported")).ShouldBe(1);
        (await DetailsOfAsync("exported")).ShouldNotBeNull().ShouldContain("\"rows\":3");
    }

    [Fact]
    [Trait("Review", "F11")]
    public async Task FILE_2_TheListIsAWorkbook_WhoseIdsKeepTheirZeros()
    {
        await App.World.Accounts.ChangeAsync(Child, user => user.UserName, "05011110001");
        var page = await (await SignedInAsync(ParentId)).GetAsync(List + "?sort=-id");
        var file = await page.Form("form[action*=export]").SubmitAsync("Excelで保存");

        file.ShouldBeOk().ShouldHaveHeader("Content-Type", XlsxDocument.ContentType);
        using var book = SavingAsWorkbook.Open(file.Content);
        var rows = SavingAsWorkbook.Rows(book, 0);
        rows[0][..4].ShouldBe(["オペレータID", "氏名", "部署", "状態"]);
        rows[0].ShouldContain("最終ログイン（日本時間）");
        rows.Select(row => row[0]).ShouldContain("05011110001");
        (await DetailsOfAsync("exported")).ShouldNotBeNull().ShouldContain("\"format\":\"xlsx\"");
    }

    [Fact]
    public async Task OPER_4_AZ_05_AChildHasNoExport()
    {
        var parents = await (await SignedInAsync(ParentId)).GetAsync(List);
        parents.Has("form[action*=export]").ShouldBeTrue();

        var child = await SignedInAsync(ChildId);
        var own = await child.GetAsync(Page(Child));
        own.Has("form[action*=export]").ShouldBeFalse();
        var forged = await child.PostAsync(List + "/export",
            [new("__RequestVerificationToken", own.Find("input[name=__RequestVerificationToken]").GetAttribute("value")!)]);
        forged.ShouldBeForbidden();
        (await EventsAsync("exported")).ShouldBe(0);
        (await EventsAsync("access-denied")).ShouldBe(1);
    }

    [Fact]
    public async Task CONT_1_AnotherTenantShowsItsOwnWordsAndColumns()
    {
        await new Account("security", "boss@example.jp.cs")
        {
            IsManager = true,
            Contract = "N900000001",
            Email = "boss@example.jp"
        }.AddToAsync(App);
        await App.ChangeProfileAsync("security", profile => profile with { SecondFactor = new() });
        var browser = App.CreateBrowser();
        await browser.SignInAsync("security", "boss@example.jp.cs");
        var page = await browser.GetAsync("/t/security/operators");

        page.ShouldBeOk().ShouldNotShow("オペレータ");
        page.Title.ShouldStartWith("利用者");
        page.Texts("thead th").ShouldContain(heading => heading.StartsWith("勤務先", StringComparison.Ordinal));
    }
}
