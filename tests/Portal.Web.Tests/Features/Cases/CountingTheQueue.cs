using Microsoft.Extensions.DependencyInjection;
using Portal.TestKit.Web;
using Portal.Web.Lists;
using Portal.Web.Tests.Mail.Smtp;

namespace Portal.Web.Tests.Features.Cases;

/// <summary>How many each of the desk's lists has, where they are many (ADMIN-5, PERF-2).</summary>
public sealed class CountingTheQueue : CaseTest
{
    private const string All = "/admin/cases?view=all";

    private readonly HandClock time = new();

    protected override Action<IServiceCollection>? Services => services => services.AddSingleton(new LargeCounts(time));

    [Fact]
    public async Task ADMIN_5_PERF_2_AFewAreCountedEachTime_ManyOnceInTenSecondsOrAfterWhatHappensHere()
    {
        var opened = await OpenAsync();
        var agent = await AgentAsync();
        await App.World.Cases.AddLikeAsync(opened.Id, LargeCounts.Large - 2);
        (await CountAsync(agent)).ShouldBe("999");
        await App.World.Cases.AddLikeAsync(opened.Id, 1);
        (await CountAsync(agent)).ShouldBe("1,000");

        await App.World.Cases.AddLikeAsync(opened.Id, 1);
        (await CountAsync(agent)).ShouldBe("1,000");
        time.Advance(TimeSpan.FromSeconds(10));
        (await CountAsync(agent)).ShouldBe("1,001");

        await App.World.Cases.AddLikeAsync(opened.Id, 1);
        (await CountAsync(agent)).ShouldBe("1,001");
        var page = await agent.GetAsync(DeskPathOf(opened.Number));
        await page.Form("form[action*='/priority']").Choose("priority", "High").SubmitAsync();
        (await CountAsync(agent)).ShouldBe("1,002");
    }

    [Fact]
    public async Task ADMIN_9_PERF_2_LargeFiguresOfTheFirstPageAreKnownForTenSeconds_WhatWaitsIsAskedEachTime()
    {
        var opened = await OpenAsync();
        var agent = await AgentAsync();
        await App.World.Cases.AddLikeAsync(opened.Id, LargeCounts.Large - 2);
        (await FirstPageAsync(agent)).ShouldBe(("999", "999件"));
        await App.World.Cases.AddLikeAsync(opened.Id, 1);
        (await FirstPageAsync(agent)).ShouldBe(("1,000", "1,000件"));

        await App.World.Cases.AddLikeAsync(opened.Id, 1);
        (await FirstPageAsync(agent)).ShouldBe(("1,000", "1,000件以上"));
        time.Advance(TimeSpan.FromSeconds(10));
        (await FirstPageAsync(agent)).ShouldBe(("1,000件以上", "1,000件以上"));
    }

    [Fact]
    public async Task ADMIN_9_LANG_1_LargeFiguresAreKnownInTheLanguageOfTheirReader()
    {
        var opened = await OpenAsync();
        await App.World.Cases.AddLikeAsync(opened.Id, LargeCounts.Large);
        var agent = await AgentAsync();

        (await agent.GetAsync("/admin")).ShouldBeOk().Texts(Figure("th")).ShouldContain("ケース");
        (await agent.GetAsync("/admin?culture=en")).ShouldBeOk().Texts(Figure("th")).ShouldContain("Cases");
    }

    /// <returns>Cases that came in a month, and those that nobody has.</returns>
    private static async Task<(string Came, string Waiting)> FirstPageAsync(PortalBrowser agent)
    {
        var page = (await agent.GetAsync("/admin")).ShouldBeOk();
        var came = page.Texts(Figure("tr")).First(row => row.StartsWith("ケース ", StringComparison.Ordinal));
        return (came.Split(' ')[^1], page.Texts("section[aria-labelledby=waits] .p-task__count")[0]);
    }

    private static string Figure(string part) => $"section[aria-labelledby=figures] tbody {part}";

    private static async Task<string> CountAsync(PortalBrowser agent) =>
        (await agent.GetAsync(All)).ShouldBeOk().Texts(".p-tabs--states a[aria-current]")[0].Split(' ')[^1];
}
