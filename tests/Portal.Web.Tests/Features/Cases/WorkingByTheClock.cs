using System.Net;
using Portal.Rules.Cases;
using Portal.TestKit.Accounts;
using Portal.TestKit.Web;
using Portal.Web.Data.Entities;
using Portal.Web.Tenancy.Profiles;

namespace Portal.Web.Tests.Features.Cases;

/// <summary>Response clocks as the desk sees them (CASE-9, ADMIN-5).</summary>
public sealed class WorkingByTheClock : CaseTest
{
    private const string Answer = "form[action$='/answers']";
    private const string Due = "/admin/cases?view=due";

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await App.ChangeProfileAsync(Tenant, profile => profile with
        {
            Cases = new CaseProfile
            {
                Targets = [new(1, 2, 8, null, CasePriority.Urgent), new(4, 8, 40)],
            },
        });
    }

    [Fact]
    public async Task CASE_9_AnInquiry_IsDueByItsTarget_WarnedOf_AndThenOverdue()
    {
        var row = await OpenAsync();
        var agent = await AgentAsync();
        (await ClockAsync(row)).ShouldBe((row.CreatedAt.AddHours(4), row.CreatedAt.AddHours(40)));
        (await agent.GetAsync(Due)).ShouldShow("該当するケースはありません");

        App.Time.Advance(TimeSpan.FromHours(3.5));
        agent = await AgentAsync("second@portal.test");
        (await agent.GetAsync(Due)).Texts("tbody .p-tag").ShouldContain("期限間近");
        (await agent.GetAsync("/admin/")).Text.ShouldNotContain("期限を超過したケース");

        App.Time.Advance(TimeSpan.FromHours(1));
        agent = await AgentAsync("third@portal.test");
        var page = await agent.GetAsync(Due);
        page.Texts("tbody .p-tag").ShouldContain("期限超過");
        (await agent.GetAsync("/admin/")).ShouldShow("期限を超過したケース");
        (await agent.GetAsync(DeskPathOf(row.Number))).ShouldShow("回答の期限").ShouldShow("期限超過");
    }

    [Fact]
    public async Task CASE_9_AQuestionToTheCustomer_StopsBothClocks_AndItsAnswerStartsThem()
    {
        var row = await OpenAsync();
        App.Time.Advance(TimeSpan.FromHours(2));
        var agent = await AgentAsync();

        await (await agent.GetAsync(DeskPathOf(row.Number))).Form(Answer).Fill("Text", "いつですか").SubmitAsync("ask");

        (await ClockAsync(row)).ShouldBe((null, null));
        (await agent.GetAsync(DeskPathOf(row.Number))).ShouldShow("停止中（残り38時間）");

        App.Time.Advance(TimeSpan.FromDays(3));
        var author = await SignedInAsync(AuthorId);
        await (await author.GetAsync(PathOf(row.Number))).Form("form[action$='/comments']").Fill("Text", "9時です").SubmitAsync("送信");
        var now = App.Time.GetUtcNow();
        (await ClockAsync(row)).ShouldBe((now.AddHours(8), now.AddHours(38)));
    }

    [Fact]
    public async Task CASE_9_ADeskThatIsClosed_CountsNothing()
    {
        await App.ChangeProfileAsync(Tenant, profile => profile with
        {
            Cases = profile.Cases with
            {
                Desk = new DeskProfile([.. Enum.GetValues<DayOfWeek>()], "0:00", "24:00",
                    FreeDays: [DateOnly.FromDateTime(App.Time.GetUtcNow().AddHours(9).Date)]),
            },
        });
        var row = await OpenAsync();

        var (answer, _) = await ClockAsync(row);

        answer!.Value.AddHours(9).TimeOfDay.ShouldBe(TimeSpan.FromHours(4));
        answer.Value.ShouldBeGreaterThan(row.CreatedAt.AddHours(4));
    }

    [Fact]
    public async Task CASE_9_ADMIN_5_AnUrgentCase_IsDueSooner_WithItsEntryAndEvent_AndTheCustomerSeesNothing()
    {
        var row = await OpenAsync();
        var agent = await AgentAsync();
        var before = await VersionAsync(row.Number);

        var form = (await agent.GetAsync(DeskPathOf(row.Number))).Form("form[action$='/priority']").Choose("priority", "Urgent");
        var page = await (await form.SubmitAsync()).FollowAsync();

        page.ShouldShow("優先度を変更しました").ShouldShow("優先度：至急");
        (await ClockAsync(row)).ShouldBe((row.CreatedAt.AddHours(1), row.CreatedAt.AddHours(8)));
        (await App.World.Audit.CountAsync("case-prioritised")).ShouldBe(1);
        (await VersionAsync(row.Number)).ShouldBe(before);
        (await (await SignedInAsync(AuthorId)).GetAsync(PathOf(row.Number))).Text.ShouldNotContain("至急");
        (await (await agent.GetAsync(DeskPathOf(row.Number))).Form("form[action$='/priority']").Choose("priority", "Urgent").SubmitAsync())
            .ShouldRedirectTo(DeskPathOf(row.Number));
        (await App.World.Audit.CountAsync("case-prioritised")).ShouldBe(1);
    }

    [Theory]
    [InlineData("")]
    [InlineData("9")]
    [InlineData("Never")]
    public async Task ADMIN_5_APriorityThatIsNone_IsRefused(string priority)
    {
        var row = await OpenAsync();
        var agent = await AgentAsync();

        (await (await agent.GetAsync(DeskPathOf(row.Number))).Form("form[action$='/priority']").Forge("priority", priority).SubmitAsync())
            .ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task ADMIN_5_AClosedCase_HasNoClock_AndKeepsItsPriority()
    {
        var row = await OpenAsync();
        var agent = await AgentAsync();
        var form = (await agent.GetAsync(DeskPathOf(row.Number))).Form("form[action$='/priority']").Choose("priority", "Urgent");
        var author = await SignedInAsync(AuthorId);
        await (await author.GetAsync(PathOf(row.Number, "close"))).Form().SubmitAsync();

        (await ClockAsync(row)).ShouldBe((null, null));
        (await (await form.SubmitAsync()).FollowAsync()).Text.ShouldNotContain("優先度を変更しました");
        (await App.World.Cases.ReadAsync(each => each.Priority)).ShouldBe(CasePriority.Normal);
    }

    private async Task<(DateTimeOffset? Answer, DateTimeOffset? Solution)> ClockAsync(SupportCase row) =>
        await App.World.Cases.ReadAsync(each => each.Id == row.Id,
            each => new ValueTuple<DateTimeOffset?, DateTimeOffset?>(each.AnswerDueAt, each.SolutionDueAt));
}
