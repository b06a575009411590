using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Portal.Web.Domain.Cases.Live;

namespace Portal.Web.Tests.Features.Cases.Live;

/// <summary>Where the database tells nothing by itself, as SQL Server, it is looked at (CASE-8).</summary>
public sealed class LookingNowAndThen : LiveTest
{
    protected override IReadOnlyDictionary<string, string?> Settings { get; } =
        new Dictionary<string, string?> { ["Portal:Live:Poll"] = "00:00:00.2" };

    protected override Action<IServiceCollection> Services => services => services.Replace(ServiceDescriptor.Singleton<ICaseFeed>(
        provider => ActivatorUtilities.CreateInstance<PolledCaseFeed>(provider)));

    [Fact]
    public async Task CASE_8_AnOpenPage_IsToldOfOtherNodesToo_AndOfTyping()
    {
        var row = await OpenAsync();
        var author = await SignedInAsync(AuthorId);
        await using var other = App.SecondNode();
        await using var open = await ListenAsync((await SignedInAsync(ColleagueId)).At(other), row);
        await using var here = await ListenAsync(await SignedInAsync(ColleagueId), row);
        await using var desk = await ListenAtTheDeskAsync(await AgentAsync(), row);

        await TypeAsync(author, PathOf(row.Number));
        (await here.NextAsync()).ShouldNotBeNull().Kind.ShouldBe("typing");
        (await desk.NextAsync()).ShouldNotBeNull().Kind.ShouldBe("typing");
        await NoteAsync(row);
        (await desk.NextAsync()).ShouldBe(Entries(2));
        await CommentAsync(row);

        (await open.NextAsync()).ShouldBe(Entries(2));
        (await here.NextAsync()).ShouldBe(Entries(2));
        (await desk.NextAsync()).ShouldBe(Entries(3));
    }

    [Fact]
    public async Task FD_01_CASE_8_WhateverALookStumblesOver_TheNextOneComes()
    {
        var row = await OpenAsync();
        await using var open = await ListenAsync(await SignedInAsync(AuthorId), row);
        await CommentAsync(row);
        (await open.NextAsync()).ShouldBe(Entries(2));

        // No failure of the database: it answers what cannot be read.
        await App.Database.ExecuteAsync($"""ALTER TABLE "Cases" ALTER COLUMN "EntryCount" TYPE text""");
        await WaitForALookAsync(await App.Database.ReadAsync<DateTime>($"SELECT clock_timestamp()"));
        await App.Database.ExecuteAsync($"""ALTER TABLE "Cases" ALTER COLUMN "EntryCount" TYPE integer USING "EntryCount"::integer""");
        await CommentAsync(row);

        (await open.NextAsync()).ShouldBe(Entries(3));
    }

    /// <summary>Returns when a look has begun and ended after that.</summary>
    private async Task WaitForALookAsync(DateTime since)
    {
        while ((await App.Database.ListAsync<int>($"""
            SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND application_name = 'portal' AND state <> 'active'
              AND query LIKE '%"EntryCount"%' AND query_start > {since}
            """)).Count == 0)
        {
            await Task.Yield();
        }
    }
}
