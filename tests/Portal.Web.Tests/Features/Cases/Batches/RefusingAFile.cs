using System.Text;
using Portal.TestKit.Accounts;
using Portal.TestKit.Web;

namespace Portal.Web.Tests.Features.Cases.Batches;

/// <summary>What is wrong with a table or an archive is said, and nothing of it stays (ADMIN-5, FI-03).</summary>
public sealed class RefusingAFile : CaseBatchTest
{
    private const string Good = $"{Contract},その他,,件名,本文,a.txt\r\n";
    private static readonly byte[] OneFile = Zip(("a.txt", Bytes("1")));

    public static TheoryData<string, string[]> Rows => new()
    {
        { Good + "N999999999,その他,,件名,本文,\r\n", ["3 契約番号 この番号の契約はありません"] },
        { Good + $"{Other},靴,最優先,,,\r\n",
            [
                "3 種類 次のどれかで入力してください：月次レポートの送付、アラート通知、サービス開始時の健全性確認、クレジットの超過、サービスの利用方法、サービスの仕様、アラート、障害・不具合、月次レポート、その他",
                "3 優先度 次のどれかで入力してください：通常、高、至急",
                "3 件名 入力されていません",
                "3 内容 入力されていません",
            ]
        },
        { Good + Good.Replace("a.txt", "", StringComparison.Ordinal), ["3 件名 2行目と同じです"] },
        { Good + $"{Other},その他,,件名,本文,A.TXT\r\n", ["3 ファイル名 2行目と同じです"] },
        { Good + $"{Other},その他,,件名,本文,c.txt\r\n", ["3 ファイル名 この名前のファイルはZIPファイルにありません"] },
        { Good + $"{Other},その他,,件名,本文,,x\r\n", ["3 行全体 見出しのない列に値があります"] },
        { $"{Contract},作業依頼,,件名,本文,\r\n",
            ["– ファイル名 ZIPファイルの「a.txt」は、どの行にも指定されていません", "2 種類 次のどれかで入力してください："]
        },
    };

    [Theory]
    [MemberData(nameof(Rows))]
    public async Task ADMIN_5_WhatIsWrongInARow_IsNamedByRowAndColumn_AndNothingIsKept(string rows, string[] problems)
    {
        var again = (await SendAsync(await AgentAsync(), Headings + rows, OneFile)).ShouldBeRefused();

        var shown = again.Texts("tbody tr");
        shown.Count.ShouldBe(problems.Length);
        shown.Zip(problems).ShouldAllBe(pair => pair.First.StartsWith(pair.Second, StringComparison.Ordinal));
        await NothingIsKeptAsync();
        (await App.World.Audit.CountAsync("cases-uploaded")).ShouldBe(0);
    }

    [Theory]
    [InlineData("件名\r\n件名\r\n", "「契約番号」の列がありません")]
    [InlineData("契約番号,種類,件名,内容,靴\r\nN900000001,その他,件名,本文,1\r\n", "見出し「靴」の列は使えません")]
    [InlineData("契約番号,種類,件名,内容\r\n", "見出しの下に行がありません")]
    [InlineData("契約番号,種類,件名,内容\r\nN900000001,\"その他\r\n", "引用符（\"）の対応が正しくない")]
    public async Task ADMIN_5_WhatIsNoSuchTable_IsSaidAtItsField(string table, string said)
    {
        (await SendAsync(await AgentAsync(), table, null)).ShouldBeRefused().ShouldShow(said)
            .Has("[name=Upload][aria-invalid=true]").ShouldBeTrue();
        await NothingIsKeptAsync();
    }

    [Fact]
    public async Task ADMIN_5_WithoutATable_AndWithTooManyRows_TheFormComesBack()
    {
        var agent = await AgentAsync();
        (await (await agent.GetAsync(Upload)).Form("form[enctype]").SubmitAsync()).ShouldBeRefused().ShouldShow("ファイルを選択してください");

        var rows = string.Concat(Enumerable.Repeat($"{Contract},その他,,件名,本文,\r\n", 201));
        (await SendAsync(agent, Headings + rows, null)).ShouldBeRefused().ShouldShow("一度に作成できるのは200件までです");
        await NothingIsKeptAsync();
    }

    [Theory]
    [InlineData("text", "ZIPファイルとして読み取れません")]
    [InlineData("upwards", "使えない名前")]
    [InlineData("backslash", "使えない名前")]
    [InlineData("locked", "パスワード付きのZIPファイルは使えません")]
    [InlineData("twice", "同じ名前のファイルが2つあります")]
    [InlineData("many", "1,000個までです")]
    [InlineData("bomb", "展開後の合計で200MBを超えている")]
    public async Task ADMIN_5_FI_03_AnArchiveThatIsNotSafe_IsRefusedAsAWhole(string archive, string said)
    {
        var zip = Archive(archive);
        zip.Length.ShouldBeLessThan(1024 * 1024);

        var again = (await SendAsync(await AgentAsync(), Headings + Good, zip)).ShouldBeRefused();

        again.ShouldShow(said).Has("[name=Archive][aria-invalid=true]").ShouldBeTrue();
        await NothingIsKeptAsync();
    }

    [Theory]
    [InlineData("a.exe", "MZ", "「a.exe」は添付できない種類のファイルです")]
    [InlineData("a.pdf", "no pdf", "「a.pdf」の内容がファイル名の拡張子と一致しません")]
    [InlineData("a.txt", "", "「a.txt」は空のファイルです")]
    [InlineData("a.txt", null, "「a.txt」は大きすぎます")]
    [InlineData("a.txt", "Cookie: sid=1\n", "「a.txt」に認証情報")]
    [InlineData("a.zip", "PK", "ZIPファイルの中のZIPファイルは使えません")]
    public async Task ADMIN_5_FI_01_AFileIsTakenOrRefused_AsAnyAttachment(string name, string? content, string said)
    {
        var table = Headings + Good.Replace("a.txt", name, StringComparison.Ordinal);
        var bytes = content is null ? new byte[(20 * 1024 * 1024) + 1] : Bytes(content);

        var again = (await SendAsync(await AgentAsync(), table, Zip((name, bytes)))).ShouldBeRefused();

        again.Texts("tbody tr").ShouldHaveSingleItem().ShouldStartWith("2 ファイル名 " + said);
        await NothingIsKeptAsync();
    }

    [Fact]
    public async Task ADMIN_5_AContractWhereNobodyMayBeIn_IsRefused()
    {
        var agent = await AgentAsync();
        await App.World.Contracts.SuspendAllAsync();

        (await SendAsync(agent, Headings + Good, OneFile)).ShouldBeRefused().Texts("tbody tr")
            .ShouldBe(["2 契約番号 この契約には、ログインできる利用者がいません（契約の停止中を含みます）"]);
        await NothingIsKeptAsync();
    }

    [Fact]
    public async Task ADMIN_5_LANG_1_WhatIsWrong_IsSaidInEnglishAsWell()
    {
        var agent = await AgentAsync();
        await (await agent.GetAsync(Upload)).Form("form[action$='/culture']").SubmitAsync("en");

        (await SendAsync(agent, "Contract number,Category,Subject,Text\r\nN999999999,Other,Subject,Text\r\n", null)).ShouldBeRefused()
            .Texts("tbody tr").ShouldBe(["2 Contract number there is no contract with this number"]);
    }

    private static byte[] Archive(string kind) => kind switch
    {
        "text" => Bytes("a,b"),
        "upwards" => Zip(("../a.txt", Bytes("1"))),
        "backslash" => Zip(("docs\\a.txt", Bytes("1"))),
        "locked" => Locked(),
        "twice" => Zip(("a.txt", Bytes("1")), ("A.txt", Bytes("2"))),
        "many" => Zip([.. Enumerable.Range(0, 1001).Select(at => ($"{at}.txt", Bytes("1")))]),
        _ => Zip(("a.txt", new byte[(200 * 1024 * 1024) + 1])),
    };

    /// <summary>The flag in both headers is all that tells.</summary>
    private static byte[] Locked()
    {
        var zip = Zip(("a.txt", Bytes("1")));
        zip[6] |= 1;
        zip[zip.AsSpan().IndexOf(Encoding.Latin1.GetBytes("PK\u0001\u0002")) + 8] |= 1;
        return zip;
    }
}
