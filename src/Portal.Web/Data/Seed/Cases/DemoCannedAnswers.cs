using Portal.Web.Data.Entities;

namespace Portal.Web.Data.Seed.Cases;

/// <summary>What the desk of the demonstration answers with again and again.</summary>
internal static class DemoCannedAnswers
{
    private static readonly (string Title, string TextJa, string? TextEn)[] All =
    [
        ("受付のご連絡",
            """
            {contact}様

            お問い合わせ（{number}）をいただき、ありがとうございます。担当の{agent}が内容を確認し、次の営業日までにご連絡します。
            """,
            """
            Dear {contact},

            Thank you for your inquiry {number}. I am looking into it and will get back to you by the next working day.

            {agent}
            """),
        ("発生日時と機器名の確認",
            """
            {contact}様

            調査のため、次の点をお知らせください。

            - 発生した日時（分かる範囲で）
            - 対象の機器名またはIPアドレス
            - 表示されたメッセージ（画面の写しがあれば添付してください）
            """,
            """
            Dear {contact},

            To look into this we need to know:

            - when it happened, as exactly as you can say
            - the name or IP address of the device
            - the message shown (please attach a screenshot if you have one)
            """),
        ("誤検知のご報告",
            """
            {contact}様

            「{subject}」を調査した結果、業務上の通信によるもので、誤検知と判断しました。同じ通信では今後アラートが出ないように検知ルールを調整しました。

            内容に問題がなければ、解決を承認してください。
            """,
            null),
    ];

    public static void Add(DemoSite site) => site.Db.CannedAnswers.AddRange(All.Select(each => new CannedAnswer
    {
        Id = Guid.CreateVersion7(),
        TenantId = site.Tenant.Id,
        Title = each.Title,
        TextJa = each.TextJa,
        TextEn = each.TextEn,
    }));
}
