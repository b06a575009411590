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
using Portal.Web.Domain.Cases.Filters;

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
                (await db.Cases.Where(search.Has(word)).Select(row => row.Id).ToListAsync()).Order().SequenceEqual(expected)
                    .ShouldBeTrue(word);
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

    /// <summary>
    /// Whoever asks for what is nearly everywhere gets the newest at once, and how many there are at least; what is
    /// rare is found wherever it is.
    /// </summary>
    [Fact]
    public async Task PERF_7_CASE_5_AWordOfVeryManyCases_IsFoundAmongTheFirst_ARareOneAnywhere()
    {
        await OpenAsync(subject: "錨泊の件");
        App.Time.Advance(TimeSpan.FromMinutes(1));
        var hidden = await OpenAsync(Manager, "請求の件", confidential: true);
        App.Time.Advance(TimeSpan.FromMinutes(1));
        var newest = await OpenManyAsync("請求の件", CaseFinder.Near + 5);
        var author = await SignedInAsync(AuthorId);

        var list = (await author.GetAsync($"{List}?q=請求")).ShouldBeOk();
        list.Texts("tbody td:first-child").Take(2).ShouldBe([CaseNumber.Of(newest), CaseNumber.Of(newest - 1)]);
        list.Find("caption").TextContent.ShouldContain("1,000+件");
        var second = (await author.GetAsync($"{List}?q=請求&page=2")).ShouldBeOk().Texts("tbody td:first-child");
        second.Count.ShouldBe(20);
        second[0].ShouldBe(CaseNumber.Of(newest - 20));
        (await author.GetAsync($"{List}?q=請求&page=50")).ShouldBeOk().Texts("tbody tr").Count.ShouldBe(20);
        list = (await author.GetAsync($"{List}?q=請求&sort=number")).ShouldBeOk();
        list.Texts("tbody td:first-child").ShouldNotContain(CaseNumber.Of(hidden.Number));

        foreach (var rare in new[] { "錨泊", "錨泊 の件", "CS0000001" })
        {
            list = (await author.GetAsync($"{List}?q={rare}")).ShouldBeOk();
            list.Texts("tbody td:first-child").ShouldBe([CaseNumber.Of(1)], rare);
            list.Find("caption").TextContent.ShouldContain("（1件）");
        }

        (await author.GetAsync("/t/security/search?q=請求")).ShouldBeOk().ShouldShow("1,000+");
        (await author.GetAsync("/t/security/search?q=錨泊")).ShouldBeOk().ShouldShow("錨泊の件");
    }

    /// <summary>What the desk looks for may be an old case, by what nobody said in it.</summary>
    [Fact]
    public async Task PERF_3_ADMIN_5_BehindVeryManyNewerOnes_TheDeskFindsACase_ByNumberContractHolderAndAuthor()
    {
        var stranger = await App.InTenantAsync(Tenant, async services =>
        {
            var db = services.GetRequiredService<PortalDbContext>();
            var user = await db.Users.Include(row => row.Contract).SingleAsync(row => row.UserName == StrangerId);
            (user.FamilyName, user.FamilyNameKana) = ("外山", "トヤマ");
            var holder = new Holder { TenantId = db.Scope.Current, Id = Guid.CreateVersion7(), Name = "別府商会" };
            db.Holders.Add(holder);
            user.Contract!.HolderId = holder.Id;
            return user.Id;
        });
        await OpenAsync(stranger, "設定の件");
        App.Time.Advance(TimeSpan.FromMinutes(1));
        await OpenManyAsync("請求の件", CaseFinder.Near + 5);
        var agent = await AgentAsync();

        foreach (var word in new[] { "CS0000001", "n900000002", "別府商会", "外山", "ﾄﾔﾏ", "stranger@example.net", "外山 設定" })
        {
            var list = (await agent.GetAsync($"/admin/cases?view=all&q={Uri.EscapeDataString(word)}")).ShouldBeOk();
            list.Texts("tbody tr").Count.ShouldBe(1, word);
            list.Find("tbody tr").TextContent.ShouldContain("CS0000001", customMessage: word);
            (await agent.GetAsync($"/admin/search?q={Uri.EscapeDataString(word)}")).ShouldBeOk().ShouldShow("CS0000001");
        }
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

    /// <summary>Copies of a case of the author's, each newer than the one before.</summary>
    /// <returns>The number of the last.</returns>
    private async Task<int> OpenManyAsync(string subject, int count)
    {
        var first = await OpenAsync(subject: subject);
        await App.InTenantAsync(Tenant, async services =>
        {
            var db = services.GetRequiredService<PortalDbContext>();
            var values = db.Entry(await db.Cases.SingleAsync(row => row.Id == first.Id)).CurrentValues;
            for (var i = 1; i < count; i++)
            {
                var copy = (SupportCase)values.ToObject();
                (copy.Id, copy.Number, copy.UpdatedAt) = (Guid.CreateVersion7(), first.Number + i, first.UpdatedAt.AddSeconds(i));
                db.Cases.Add(copy);
            }
        });
        return first.Number + count - 1;
    }
}
