using System.Net;
using Portal.Rules.Cases;
using Portal.TestKit.Accounts;
using Portal.TestKit.Mail;
using Portal.TestKit.Web;
using Portal.Web.Domain.Accounts.Identity;

namespace Portal.Web.Tests.Features.Cases.Colleagues;

/// <summary>
/// A contract with more people than a list can offer: whoever is meant is typed (PERF-3, CASE-5, CASE-6, CASE-7,
/// ADMIN-5).
/// </summary>
public sealed class AmongManyColleagues : CaseTest
{
    private const string Followers = "form[action$='/followers']";
    private const string Sharing = "form:has([name=Visibility])";
    private const string Builder = "form[action$='/cases/filter']";
    private const string Other = "Groups[0].Conditions[0].Other";

    protected override string Shelf => nameof(AmongManyColleagues);

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await Parallel.ForEachAsync(Enumerable.Range(0, PeopleOffer.Most), new ParallelOptions { MaxDegreeOfParallelism = 4 },
            async (number, _) => await new Account(Tenant, $"many{number}@example.jp.cs")
            {
                Contract = Contract,
                Password = null,
                Email = number < 2 ? "shared@example.jp" : null,
            }.AddToAsync(App));
    }

    [Theory]
    [InlineData("jiro@example.jp.cs")]
    [InlineData("ＪＩＲＯ@example.jp.cs")]
    [InlineData(" Jiro@Example.JP")]
    public async Task CASE_7_AColleague_IsAddedById_OrByAddress(string typed)
    {
        var row = await OpenAsync();
        var author = await SignedInAsync(AuthorId);
        var page = (await author.GetAsync(PathOf(row.Number))).ShouldBeOk();
        page.Has($"{Followers} select").ShouldBeFalse();

        (await (await page.Form(Followers).Fill("follower", typed).SubmitAsync()).ShouldRedirectTo(PathOf(row.Number)).FollowAsync())
            .ShouldShow("共有先に追加しました").ShouldShow("鈴木 次郎");

        (await App.World.CaseFollowers.CountAsync(follower => follower.UserId == Colleague)).ShouldBe(1);
        (await App.World.Audit.CountAsync("case-followed")).ShouldBe(1);
        (await App.MailsAsync("jiro@example.jp")).ShouldHaveSingleItem();
    }

    [Theory]
    [InlineData("")]
    [InlineData("nobody@example.jp.cs")]
    [InlineData("stranger@example.net.cs")]
    [InlineData("shared@example.jp")]
    [InlineData("hanako@example.jp.cs")]
    [InlineData("\u0000'\"<b>")]
    public async Task CASE_7_AZ_01_WhoIsNobody_OrSeveral_OrCannotBeAdded_IsSaid_AndWhatWasTypedStays(string typed)
    {
        var row = await OpenAsync();
        var author = await SignedInAsync(AuthorId);

        var form = (await author.GetAsync(PathOf(row.Number))).Form(Followers);
        var again = (await form.Forge("follower", typed).SubmitAsync()).ShouldBeRefused();

        again.ShouldShow("共有先に追加できませんでした").Has($"{Followers} [name=follower][aria-invalid=true]").ShouldBeTrue();
        again.Find($"{Followers} [name=follower]").GetAttribute("value").ShouldBe(typed.Replace("\0", "\uFFFD", StringComparison.Ordinal));
        (await App.World.CaseFollowers.CountAsync()).ShouldBe(0);
        (await App.World.Audit.CountAsync("case-followed")).ShouldBe(0);
    }

    [Fact]
    public async Task CASE_6_WhereOthersMayNotAdd_NothingIsOffered_AndNothingIsTaken()
    {
        var row = await OpenAsync(confidential: true);
        await FollowAsync(row, Colleague);
        var colleague = await SignedInAsync(ColleagueId);

        (await colleague.GetAsync(PathOf(row.Number))).ShouldBeOk().Has(Followers).ShouldBeFalse();
        (await CraftAsync(colleague, PathOf(row.Number), PathOf(row.Number, "followers"), ("follower", ManagerId))).ShouldBeForbidden();

        (await App.World.CaseFollowers.CountAsync()).ShouldBe(1);
    }

    [Fact]
    public async Task CASE_6_TheManager_AddsPersonsLineByLine_AndTakesThemAwayFromAList()
    {
        var row = await OpenAsync();
        var (manager, colleague) = (await SignedInAsync(ManagerId), await SignedInAsync(ColleagueId));
        var page = await manager.GetAsync(List + "/visibility");
        page.Has("[name=Persons]").ShouldBeFalse();

        (await page.Form(Sharing).Choose("Visibility", "Chosen").SubmitAsync()).ShouldBeRefused().ShouldShow("利用者を1人以上選択してください")
            .Has("[name=More][aria-invalid=true]").ShouldBeTrue();
        var again = (await page.Form(Sharing).Choose("Visibility", "Chosen")
            .Fill("More", $"{ColleagueId}\r\n\r\n nobody@example.jp \r\nshared@example.jp").SubmitAsync()).ShouldBeRefused();
        again.ShouldShow("確認してください：nobody@example.jp、shared@example.jp").Find("[name=More]").TextContent.ShouldContain(ColleagueId);
        (await App.World.Audit.CountAsync("case-visibility-changed")).ShouldBe(0);
        (await page.Form(Sharing).Choose("Visibility", "Chosen").Fill("More", $"{ColleagueId}\r\nhanako@example.jp").SubmitAsync())
            .ShouldRedirectTo(List + "/visibility");

        (await App.World.Audit.CountAsync("case-visibility-changed")).ShouldBe(1);
        (await colleague.GetAsync(PathOf(row.Number))).ShouldBeOk();
        page = await manager.GetAsync(List + "/visibility");
        page.Texts(":has(> [name=Persons])").Count.ShouldBe(2);
        (await page.Form(Sharing).Uncheck("Persons", Colleague.ToString()).SubmitAsync()).ShouldRedirectTo(List + "/visibility");
        (await colleague.GetAsync(PathOf(row.Number))).ShouldBeNotFound();
    }

    [Fact]
    public async Task CASE_6_MorePersonsThanCanBeChosen_AreRefused()
    {
        var manager = await SignedInAsync(ManagerId);
        var lines = string.Join('\n', Enumerable.Range(0, CaseLimits.Viewers + 1).Select(number => $"many{number}@example.jp.cs"));

        var form = (await manager.GetAsync(List + "/visibility")).Form(Sharing);
        (await form.Choose("Visibility", "Chosen").Fill("More", lines).SubmitAsync()).ShouldBeRefused()
            .ShouldShow("選べる利用者は200人までです");

        (await App.World.Contracts.ReadAsync(contract => contract.Number == Contract, contract => contract.CaseVisibility))
            .ShouldBe(CaseVisibility.Everybody);
    }

    [Fact]
    public async Task CASE_5_AFilter_AsksForWhoIsTyped_AndNamesThem()
    {
        await OpenAsync();
        await OpenAsync(author: Colleague);
        var manager = await SignedInAsync(ManagerId);
        var page = await manager.GetAsync(List + "/filter");
        page = await page.Form(Builder).Choose("Groups[0].Add", "contact").SubmitAsync("add.0");
        page.Texts("[name='Groups[0].Conditions[0].Value'] option").Skip(1).ShouldBe(["自分"]);

        var again = (await page.Form(Builder).Fill(Other, StrangerId).SubmitAsync("run")).ShouldBeRefused().ShouldShow("この契約に見つかりません");
        again.Find($"[name='{Other}']").GetAttribute("value").ShouldBe(StrangerId);
        var list = await again.Form(Builder).Fill(Other, ColleagueId).SubmitAsync("run");

        list.ShouldRedirectTo($"{List}?g1=contact.is.{Colleague}");
        page = (await list.FollowAsync()).ShouldBeOk().ShouldShow("CS0000002").ShouldNotShow("CS0000001").ShouldShow("鈴木 次郎");
        page = (await manager.GetAsync($"{List}/filter?g1=contact.is.{Colleague}")).ShouldBeOk();
        page.Texts("[name='Groups[0].Conditions[0].Value'] option").Skip(1).ShouldBe(["自分", "鈴木 次郎"]);
    }

    [Theory]
    [InlineData("nobody@example.jp", false)]
    [InlineData(StrangerId, false)]
    [InlineData("", false)]
    [InlineData(ColleagueId, true)]
    public async Task ADMIN_5_CASE_2_TheStaff_TypesWhoseCaseItIs(string typed, bool opens)
    {
        var agent = await AgentAsync();
        var contract = (await App.World.Accounts.GetAsync(Author)).ContractId!.Value;
        var page = (await agent.GetAsync($"/admin/contracts/security/{contract}/cases/new")).ShouldBeOk();

        var answer = await page.Form("form:has(textarea)").Fill("Contact", typed).Choose("Kind", nameof(CaseKind.ReportDelivery))
            .Choose("Priority", nameof(CasePriority.High)).Fill("Subject", "10月分の月次レポート").Fill("Text", "添付をご覧ください")
            .SubmitAsync("ケースを作成");

        answer.Status.ShouldBe(opens ? HttpStatusCode.SeeOther : HttpStatusCode.UnprocessableEntity);
        (await App.World.Cases.CountAsync(row => row.AuthorId == Colleague)).ShouldBe(opens ? 1 : 0);
        if (!opens)
        {
            answer.Find("[name=Contact][aria-invalid=true]").GetAttribute("value").ShouldBe(typed);
        }
    }
}
