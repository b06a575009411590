using Portal.Rules.Announcements;

namespace Portal.Web.Data.Seed.Announcements;

/// <summary>Announcements of tenant `security`: in all states, at all levels, for all audiences.</summary>
internal static class SecurityNotices
{
    /// <param name="contract">The one that the announcement for one contract is for.</param>
    public static IReadOnlyList<DemoNotice> Of(string service, Guid contract) =>
    [
        new(AnnouncementLevel.Maintenance, 1, 12)
        {
            TitleJa = "管理画面の定期メンテナンスを行います",
            TextJa = """
                次の時間帯に、管理画面の定期メンテナンスを行います。

                - 日時：来週の土曜日 1時から5時まで
                - 影響：管理画面へのログイン、設定の変更、レポートの表示ができません
                - **検知と通知は、メンテナンスの間も動作します**

                作業が早く終わった場合は、予定より前に再開します。
                """,
            TitleEn = "Regular maintenance of the management console",
            TextEn = """
                We will carry out regular maintenance of the management console.

                - When: Saturday of next week, 1:00 to 5:00 (JST)
                - Affected: signing in to the console, changing settings, viewing reports
                - **Detection and notification keep working during the maintenance**

                If the work ends early, the console is available earlier than planned.
                """,
            HasBanner = true,
            Views = 34,
        },
        new(AnnouncementLevel.Incident, 0, 2)
        {
            TitleJa = "一部のアラート通知メールが遅れています",
            TextJa = """
                本日9時ごろから、一部のお客さまへのアラート通知メールが最大で30分ほど遅れています。

                検知そのものは正常に行われており、管理画面では遅れずに確認できます。原因を調べています。状況が変わりましたら、ここでお知らせします。
                """,
            TitleEn = "Some alert emails are delayed",
            TextEn = """
                Since about 9:00 today, alert emails to some customers have been delayed by up to 30 minutes.

                Detection itself works, and the console shows alerts without delay. We are looking for the cause and will post news here.
                """,
            IsOnSignIn = true,
            Views = 51,
        },
        new(AnnouncementLevel.Information, 6, null)
        {
            TitleJa = "月次レポートに「対応の要否」の列を追加しました",
            TextJa = """
                今月のレポートから、アラートごとに対応の要否を示す列を追加しました。

                見方は、ナレッジの「月次レポートの見方」をご覧ください。
                """,
            TitleEn = "The monthly report has a new column",
            TextEn = """
                From this month, the report says of each alert whether something has to be done.

                “How to read the monthly report” in the knowledge base explains it.
                """,
            Views = 18,
        },
        new(AnnouncementLevel.Information, 9, null)
        {
            TitleJa = "マネージドセキュリティサービスの検知ルールを更新しました",
            TextJa = "公開された脆弱性を狙う通信を検知するルールを、12件追加しました。お客さまの作業は必要ありません。",
            TitleEn = "Detection rules of the managed security service were updated",
            TextEn = "We added 12 rules that detect attacks on recently published vulnerabilities. You do not have to do anything.",
            Service = service,
            Views = 12,
        },
        new(AnnouncementLevel.Maintenance, 2, 20)
        {
            TitleJa = "センサー機器の交換作業のお願い",
            TextJa = "ご契約のセンサー機器は、保守期間が終わりに近づいています。交換の日程をケースでご相談させてください。",
            ContractId = contract,
            Views = 4,
        },
        new(AnnouncementLevel.Maintenance, -5, 9)
        {
            TitleJa = "ログイン画面のデザインを変更します",
            TextJa = "ログイン画面を、スマートフォンでも使いやすいデザインに変更します。ユーザーIDとパスワードは変わりません。",
            TitleEn = "The sign-in page will change",
            TextEn = "The sign-in page will become easier to use on telephones. Your user ID and password stay the same.",
        },
        new(AnnouncementLevel.Information, 40, -10)
        {
            TitleJa = "年度末のサポート窓口の営業時間",
            TextJa = "年度末も、お問い合わせは24時間受け付けます。仕様についてのご質問への回答は、翌営業日になることがあります。",
            Views = 77,
        },
        new(AnnouncementLevel.Information, 1, null)
        {
            TitleJa = "（下書き）新しいオプションのご案内",
            TextJa = "料金が決まりしだい追記します。",
            IsDraft = true,
        },
    ];
}
