using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Rules.Cases;
using Portal.TestKit.Accounts;
using Portal.TestKit.Web;
using Portal.Web.Data;
using Portal.Web.Data.Entities;
using Portal.Web.Data.Searching;
using Portal.Web.Domain.Cases;

namespace Portal.Web.Tests.Features.Cases;

/// <summary>The index of words and a plain comparison find the same, whatever is asked (CASE-5, PERF-7).</summary>
public sealed class FindingWords : CaseTest
{
    private static readonly string[] Texts =
    [
        "請求書の再発行", "求請書の行発再", "VPN 接続が切れる", "100%_完了", "a-b-c の設定", "サーバー1号機", "abcdef 012", "𠮷野家の件", "が゛か", "  空白  が  多い  ",
    ];

    [Fact]
    public async Task CASE_5_IV_03_OfEveryPieceOfEveryText_TheIndexFindsWhatAComparisonFinds()
    {
        foreach (var text in Texts)
        {
            await SayAsync(await OpenAsync(subject: text), text + "。\n" + string.Concat(text.Reverse().Where(char.IsAscii)));
        }

        await App.InTenantAsync(Tenant, async services =>
        {
            var (db, search) = (services.GetRequiredService<PortalDbContext>(), services.GetRequiredService<CaseTextSearch>());
            var contract = await db.Cases.Select(row => row.ContractId).FirstAsync();
            var subjects = await db.Cases.ToDictionaryAsync(row => row.Id, row => row.SubjectKey);
            var said = await db.CaseEntries.Where(entry => entry.SearchKey != null).ToListAsync();
            var words = subjects.Values.SelectMany(Pieces).Concat(["%", "_", "100_", "%%%", "請書", "zz", "\\"]).Distinct().ToList();
            words.Count.ShouldBeGreaterThan(150);
            foreach (var word in words)
            {
                var expected = subjects.Where(pair => pair.Value.Contains(word, StringComparison.Ordinal)).Select(pair => pair.Key)
                    .Concat(said.Where(entry => entry.SearchKey!.Contains(word, StringComparison.Ordinal)).Select(entry => entry.CaseId))
                    .Distinct().Order().ToList();
                (await search.In(contract, word).ToListAsync()).Order().SequenceEqual(expected).ShouldBeTrue(word);
                (await search.In([db.Scope.Current], word).ToListAsync()).Order().SequenceEqual(expected).ShouldBeTrue(word);
                (await search.In(Guid.NewGuid(), word).ToListAsync()).ShouldBeEmpty(word);
            }
        });
    }

    [Fact]
    public async Task CASE_4_CASE_5_AnInternalNoteIsInNoIndex_AndLeavesItWhenItBecomesOne()
    {
        var row = await OpenAsync();
        await App.InTenantAsync(Tenant, services => services.GetRequiredService<CaseTalk>()
            .NoteAsync(row.Id, new CaseActor(CaseSide.Agent, null, "支援"), "社内の覚え書き"));
        await SayAsync(row, "公開の返事");
        var (author, agent) = (await SignedInAsync(AuthorId), await AgentAsync());
        (await author.GetAsync($"{List}?q=公開の返事")).ShouldBeOk().Texts("tbody tr").Count.ShouldBe(1);

        await App.World.CaseEntries.ChangeAsync(entry => entry.Source == "公開の返事", entry => entry.IsInternal, true);

        foreach (var word in new[] { "覚え書き", "公開の返事" })
        {
            (await author.GetAsync($"{List}?q={word}")).ShouldBeOk().Texts("tbody tr").ShouldBeEmpty(word);
            (await agent.GetAsync($"/admin/cases?view=all&q={word}")).ShouldBeOk().Texts("tbody tr").ShouldBeEmpty(word);
        }

        (await App.World.Cases.CountIndexedTextsAsync()).ShouldBe(2);
    }

    [Fact]
    public async Task CASE_5_CASE_6_WhatIsHidden_KeepsNoPlaceOfWhatIsShown()
    {
        for (var i = 0; i < 25; i++)
        {
            await OpenAsync(Manager, "請求の件", confidential: true);
        }

        var shown = await OpenAsync(Colleague, "請求の件");
        App.Time.Advance(TimeSpan.FromMinutes(1));
        for (var i = 0; i < 25; i++)
        {
            await OpenAsync(Manager, "請求の件", confidential: true);
        }

        var list = (await (await SignedInAsync(AuthorId)).GetAsync($"{List}?q=請求")).ShouldBeOk();

        list.Texts("tbody td:first-child").ShouldBe([CaseNumber.Of(shown.Number)]);
        list.Find("caption").TextContent.ShouldContain("（1件）");
    }

    [Fact]
    public async Task CASE_5_ACaseThatIsRenamedOrMoves_IsFoundWhereItIs()
    {
        var row = await OpenAsync(subject: "古い件名");
        await SayAsync(row, "返事の内容");
        var other = await App.World.Contracts.ReadAsync(contract => contract.Number == "N900000002", contract => contract.Id);
        await App.World.Cases.ChangeAsync(each => each.Id == row.Id, each => each.SubjectKey, "新シイ件名");
        await App.World.Cases.ChangeAsync(each => each.Id == row.Id, each => each.ContractId, other);

        var (author, stranger) = (await SignedInAsync(AuthorId), await SignedInAsync(StrangerId));
        foreach (var (word, found) in new[] { ("新しい件名", 1), ("返事の内容", 1), ("古い件名", 0) })
        {
            (await author.GetAsync($"{List}?q={word}")).ShouldBeOk().Texts("tbody tr").ShouldBeEmpty(word);
            (await stranger.GetAsync($"{List}?q={word}")).ShouldBeOk().Texts("tbody tr").Count.ShouldBe(found, word);
        }
    }

    [Theory]
    [InlineData("%25")]
    [InlineData("請")]
    [InlineData("__")]
    [InlineData("a b c")]
    public async Task RX_07_CASE_5_WhatWouldGoThroughEverything_IsNotSearchedFor(string word)
    {
        await OpenAsync();
        var typed = word == "%25" ? string.Concat(Enumerable.Repeat(word, 100)) : Uri.EscapeDataString(word);

        var page = await (await SignedInAsync(AuthorId)).GetAsync($"{List}?q={typed}");

        page.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        page.Texts("tbody tr").ShouldBeEmpty();
    }

    private static IEnumerable<string> Pieces(string text) =>
        from start in Enumerable.Range(0, text.Length)
        from length in Enumerable.Range(1, Math.Min(5, text.Length - start))
        let piece = text.Substring(start, length)
        where !char.IsLowSurrogate(piece[0]) && !char.IsHighSurrogate(piece[^1]) && piece.Trim().Length > 0
        select piece;

    private Task SayAsync(SupportCase row, string text) => App.InTenantAsync(Tenant, services => services.GetRequiredService<CaseTalk>()
        .CommentAsync(row.Id, new CaseActor(CaseSide.Agent, null, "支援"), text));
}
