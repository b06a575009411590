using System.Net;
using Portal.Rules.Cases;
using Portal.TestKit.Accounts;
using Portal.TestKit.Web;
using Portal.Web.Data.Entities;

namespace Portal.Web.Tests.Features.Cases.Mails;

/// <summary>Nobody floods a mailbox through cases (ML-08). Lower limits than usual: few mails reach them.</summary>
public sealed class FloodingWithCases : CaseTest
{
    private const int Share = 6;
    private const int ShareOfSender = 2 * CaseLimits.Followers;
    private const string Reply = "form[action$='/comments']";

    protected override IReadOnlyDictionary<string, string?> Settings => new Dictionary<string, string?>
    {
        ["Portal:Mail:Caps:Cases:Hour"] = $"{Share}",
        ["Portal:Mail:Caps:CasesPerAccount:Hour"] = $"{ShareOfSender}",
    };

    [Fact]
    public async Task ML_08_AMailboxGetsNoMoreThanItsShare()
    {
        var row = await OpenAsync();
        var page = await (await SignedInAsync(ColleagueId)).GetAsync(PathOf(row.Number));
        for (var i = 0; i < Share + 3; i++)
        {
            (await page.Form(Reply).Fill("Text", $"コメント {i}").SubmitAsync("送信")).ShouldBe(HttpStatusCode.SeeOther);
            App.Time.Advance(DigestRules.Window);
        }

        (await App.World.Mails.CountToAsync(Author)).ShouldBe(Share);
        (await App.World.Audit.CountAsync("mail-withheld")).ShouldBe(3);
        (await App.World.CaseDigestItems.CountAsync()).ShouldBe(0);
        (await App.World.CaseEntries.CountAsync(entry => entry.Kind == CaseEntryKind.Comment)).ShouldBe(Share + 4);
    }

    [Fact]
    public async Task ML_08_AMailboxGetsNoMoreThanItsShare_HoweverManyWriteAtOnceOnTwoNodes()
    {
        const int AtOnce = 8;
        await using var second = App.SecondNode();
        var browser = await SignedInAsync(ColleagueId);
        var forms = new List<PortalForm>();
        for (var i = 0; i < AtOnce; i++)
        {
            forms.Add((await browser.GetAsync(PathOf((await OpenAsync()).Number))).Form(Reply));
        }

        for (var i = 0; i < Share; i++)
        {
            (await forms[i].Fill("Text", $"コメント {i}").SubmitAsync("送信")).ShouldBe(HttpStatusCode.SeeOther);
            App.Time.Advance(DigestRules.Window);
        }

        var answers = await Task.WhenAll(forms.Select((form, i) => Task.Run(() =>
            form.Fill("Text", $"同時に {i}").SubmitAsync("送信", by: i % 2 == 0 ? browser : browser.At(second)))));

        answers.ShouldAllBe(answer => answer.Status == HttpStatusCode.SeeOther);
        (await App.World.Mails.CountToAsync(Author)).ShouldBe(Share);
        (await App.World.Audit.CountAsync("mail-withheld")).ShouldBe(AtOnce);
        (await App.World.CaseDigestItems.CountAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task ML_08_OneOfTheCustomersCausesNoMoreThanItsShare_AndTheDesksAnswersGoOut()
    {
        var row = await OpenAsync();
        for (var i = 0; i < CaseLimits.Followers; i++)
        {
            await FollowAsync(row, await new Account(Tenant, $"reader{i}@example.jp.cs")
            {
                Contract = Contract,
                Email = $"reader{i}@example.jp",
                Password = null,
            }.AddToAsync(App));
        }

        var page = await (await SignedInAsync(AuthorId)).GetAsync(PathOf(row.Number));
        PortalPage answer = null!;
        for (var i = 0; i < 3; i++)
        {
            answer = await page.Form(Reply).Fill("Text", $"コメント {i}").SubmitAsync("送信");
            App.Time.Advance(DigestRules.Window);
        }

        (await answer.FollowAsync()).ShouldShow($"メール{CaseLimits.Followers}通は送られません");
        (await App.World.Mails.CountOfAsync("case")).ShouldBe(ShareOfSender);
        (await App.World.Audit.CountAsync("mail-withheld")).ShouldBe(CaseLimits.Followers);
        (await (await (await AgentAsync()).GetAsync(DeskPathOf(row.Number))).Form("form[action$='/answers']")
            .Fill("Text", "時刻を教えてください").SubmitAsync("ask")).ShouldBe(HttpStatusCode.SeeOther);
        (await App.World.Mails.CountOfAsync("case")).ShouldBe(ShareOfSender + CaseLimits.Followers + 1);
    }
}
