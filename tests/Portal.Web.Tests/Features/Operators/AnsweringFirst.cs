using Portal.TestKit.Web;

namespace Portal.Web.Tests.Features.Operators;

/// <summary>What a list tells and offers before anybody has opened or typed anything.</summary>
public sealed class AnsweringFirst : OperatorsTest
{
    private const string Tab = ".p-tabs--states a";
    private const string Release = "tbody a.p-lead";

    private static IReadOnlyList<string> Tabs(PortalPage page) =>
        [.. page.Texts(Tab).Select(text => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)))];

    private static IReadOnlyList<string> Ids(PortalPage page) => page.Texts("tbody th");

    [Fact]
    public async Task FACE_5_EachStateThatSomebodyIsInIsATabWithItsNumber()
    {
        await LockAsync(Child);
        await App.World.Accounts.DisableAsync(Sibling);
        var parent = await SignedInAsync(ParentId);
        var page = await parent.GetAsync(List);

        Tabs(page).ShouldBe(["すべて 3", "ロック中 1", "無効 1", "有効 1"]);
        page.Texts(Tab + "[aria-current=true]").ShouldHaveSingleItem().ShouldStartWith("すべて");
        var locked = await page.ClickAsync("a[href$='?state=locked']");
        Ids(locked).ShouldBe([ChildId]);
        locked.Texts(Tab + "[aria-current=true]").ShouldHaveSingleItem().ShouldStartWith("ロック中");
    }

    [Fact]
    public async Task FACE_5_TheNumbersAreOfWhatIsSearchedFor_AndTheTabSurvivesTheSearch()
    {
        await LockAsync(Child);
        await LockAsync(Sibling);
        var parent = await SignedInAsync(ParentId);
        var found = await (await parent.GetAsync(List + "?state=locked&sort=-id"))
            .Form("form[role=search]").Fill("q", ChildId).SubmitAsync();

        found.Address.Query.ShouldContain("state=locked");
        found.Address.Query.ShouldContain("sort=-id");
        Ids(found).ShouldBe([ChildId]);
        Tabs(found).ShouldBe(["すべて 1", "ロック中 1"]);
        Tabs(await parent.GetAsync(List + "?state=expired")).ShouldBe(["すべて 3", "ロック中 2", "期限切れ 0", "有効 1"]);
    }

    [Fact]
    public async Task FACE_5_TheSearchStandsOpen_TheRestFoldsBehindIt_AndTheFileBesideIt()
    {
        var page = await (await SignedInAsync(ParentId)).GetAsync(List);

        page.Has("form[role=search] input[name=q]").ShouldBeTrue();
        page.Has("details input[name=q]").ShouldBeFalse();
        page.Has("form[role=search] details:not([open]) select[name=disabled]").ShouldBeTrue();
        page.Has(".p-list-top form[action*=export]").ShouldBeTrue();
        (await (await SignedInAsync(ParentId)).GetAsync(List + "?disabled=hide"))
            .Has("form[role=search] details[open] select[name=disabled]").ShouldBeTrue();
    }

    [Fact]
    public async Task FACE_5_ALockedRowLeadsToItsRelease()
    {
        await LockAsync(Child);
        var page = await (await SignedInAsync(ParentId)).GetAsync(List + "?sort=-id");

        page.Texts(Release).ShouldBe([$"ロックの解除（{ChildId}）"]);
        var confirm = await page.ClickAsync(Release);
        confirm.ShouldBeOk().Address.AbsolutePath.ShouldBe(Page(Child, "lockout-release"));
        confirm.Address.Query.ShouldBe("?list=%3Fsort%3D-id");
        (await confirm.Form().SubmitAsync()).Location.ShouldBe(List + "/lockout-release/done");
        (await (await SignedInAsync(ParentId)).GetAsync(List)).Has(Release).ShouldBeFalse();
    }
}

/// <summary>The same where managers have single permissions.</summary>
public sealed class AnsweringFirstOfContacts : ContactsTest
{
    private const string Release = "tbody a.p-lead";

    [Fact]
    public async Task FACE_5_TheRowActIsForThoseWhoMay()
    {
        await LockAsync(Member);
        (await (await SignedInAsync(ManagerId)).GetAsync(List)).Texts(Release).Count.ShouldBe(1);

        await PermitAsync(Second, "See");
        var second = await (await SignedInAsync(SecondId)).GetAsync(List);

        second.ShouldBeOk().ShouldShow("ロック中");
        second.Has(Release).ShouldBeFalse();
    }

    [Fact]
    public async Task FACE_5_WithoutIdsTheListIsInOrderOfReading_AndShowsThat()
    {
        await App.World.Accounts.ChangeAsync(Member, user => user.FamilyNameKana, "サトウ");
        await App.World.Accounts.ChangeAsync(Second, user => user.FamilyNameKana, "ジセキ");
        await App.World.Accounts.ChangeAsync(Manager, user => user.FamilyNameKana, "アカイ");
        var page = await (await SignedInAsync(ManagerId)).GetAsync(List);

        page.Find("th[aria-sort]").TextContent.ShouldStartWith("氏名");
        page.Texts("tbody td:nth-child(2)").ShouldBe(["taro@example.jp", "hanako@example.jp", "second@example.jp"]);
    }
}
