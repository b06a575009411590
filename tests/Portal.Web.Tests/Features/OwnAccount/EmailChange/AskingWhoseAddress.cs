using System.Net;
using Portal.TestKit.Accounts;
using Portal.TestKit.Web;
using Portal.Web.Tests.Features.Operators;

namespace Portal.Web.Tests.Features.OwnAccount.EmailChange;

/// <summary>
/// Where the address itself signs in, "cannot be used" tells that it is registered: in tenant `officephone`, door
/// "email".
/// </summary>
[Trait("Review", "S12")]
public sealed class AskingWhoseAddress() : PeopleTest("officephone")
{
    private const string Address = "boss@office.example.jp";
    private const string Registered = "taken@elsewhere.example.jp";
    private const string Email = "/t/officephone/account/email";
    private PortalBrowser boss = null!;

    protected override async Task AddPeopleAsync()
    {
        await new Account("officephone", Address) { Door = "email", Email = Address, IsManager = true }.AddToAsync(App);
        await new Account("officephone", Registered) { Door = "email", Email = Registered, Contract = "C-900002" }.AddToAsync(App);
        boss = App.CreateBrowser();
        await boss.SignInAsync("officephone", Address, door: "email");
    }

    [Fact]
    public async Task EN_06_TenAnswersAnHour_EachRecorded_ThenNoneWhateverIsAsked()
    {
        for (var i = 0; i < 10; i++)
        {
            (await AskAsync(Registered)).ShouldBeRefused().ShouldShow("このアドレスは使えません");
        }

        (await AskAsync(Registered)).ShouldBeRefused().ShouldShow("使えないアドレスの入力が続いた");
        (await AskAsync("nobody@elsewhere.example.jp")).ShouldBeRefused().ShouldShow("使えないアドレスの入力が続いた");
        (await EventsAsync("login-id-probed")).ShouldBe(10);

        App.Time.Advance(TimeSpan.FromHours(1));
        await boss.SignInAsync("officephone", Address, door: "email");
        (await AskAsync("nobody@elsewhere.example.jp")).ShouldRedirectTo(Email);
    }

    [Fact]
    public async Task EN_06_WhoGetsNoMoreLinksLearnsNothingMore()
    {
        for (var i = 0; i < 5; i++)
        {
            (await AskAsync($"nobody{i}@elsewhere.example.jp")).ShouldRedirectTo(Email);
        }

        var taken = (await AskAsync(Registered)).ShouldBeRefused().ShouldShow("メールの送信が続いた").ShouldNotShow("使えません");
        var free = (await AskAsync("nobody9@elsewhere.example.jp")).ShouldBeRefused();
        taken.Texts("main").Select(text => text.Replace(Registered, "", StringComparison.Ordinal))
            .ShouldBe(free.Texts("main").Select(text => text.Replace("nobody9@elsewhere.example.jp", "", StringComparison.Ordinal)));
        (await EventsAsync("login-id-probed")).ShouldBe(0);
    }

    [Fact]
    public async Task EN_06_AtOnceAndOnTwoNodesNoMoreEither()
    {
        await using var second = App.SecondNode();
        var page = await boss.GetAsync(Email);
        var answers = await Task.WhenAll(Enumerable.Range(0, 30).Select(i => Task.Run(() =>
            Filled(page, Registered).SubmitAsync(by: i % 2 == 0 ? boss : boss.At(second)))));

        answers.ShouldAllBe(answer => answer.Status == HttpStatusCode.UnprocessableEntity
            || answer.Status == HttpStatusCode.ServiceUnavailable, "a busy machine lets some wait too long");
        answers.Count(answer => answer.Text.Contains("このアドレスは使えません", StringComparison.Ordinal)).ShouldBe(10);
        (await EventsAsync("login-id-probed")).ShouldBe(10);
    }

    private static PortalForm Filled(PortalPage page, string email) =>
        page.ShouldBeOk().Form("form[action$='/account/email']").Fill("Email", email);

    private async Task<PortalPage> AskAsync(string email) => await Filled(await boss.GetAsync(Email), email).SubmitAsync();
}
