namespace Portal.Web.Data.Seed.Knowledge;

/// <summary>Answers to what is asked often, and papers.</summary>
internal static class DemoAnswers
{
    public static IReadOnlyList<DemoArticle> Alerts { get; } =
    [
        new("alert-levels", 150, 301)
        {
            TitleJa = "アラートの重要度の見方",
            Reading = "アラートノジュウヨウドノミカタ",
            TextJa = """
                重要度は4段階です。

                - **緊急**：侵入が疑われます。すぐに対応が必要です
                - **高**：攻撃が成功した可能性があります
                - **中**：攻撃を検知し、防御しました
                - **情報**：対応は必要ありません

                緊急と高のアラートは、電話でもお知らせします。
                """,
            TitleEn = "What the levels of alerts mean",
            TextEn = """
                There are four levels.

                - **Critical**: an intrusion is suspected; act at once
                - **High**: an attack may have succeeded
                - **Medium**: an attack was detected and blocked
                - **Information**: nothing has to be done

                We also telephone for critical and high alerts.
                """,
        },
        new("false-positives", 75, 119)
        {
            TitleJa = "誤検知を減らすには",
            Reading = "ゴケンチヲヘラスニハ",
            TextJa = """
                業務で行う通信がアラートになるときは、除外の設定をご依頼ください。

                除外は、送信元、宛先、検知ルールの3つの組み合わせで設定します。宛先だけの除外は、攻撃を見逃すおそれがあるため、お受けしていません。
                """,
            TitleEn = "How to have fewer false positives",
            TextEn = """
                If traffic of your business becomes an alert, ask us for an exclusion.

                An exclusion names a source, a destination and a rule. We exclude no destination alone, because attacks could be missed.
                """,
        },
        new("suspicious-mail", 52, 143)
        {
            TitleJa = "不審なメールを開いてしまったとき",
            Reading = "フシンナメールヲヒライテシマッタトキ",
            TextJa = """
                1. パソコンをネットワークから切り離します。電源は切らないでください
                2. メールの件名、送信元、開いた時刻を控えます
                3. 緊急の電話窓口（24時間）に連絡します

                添付ファイルやリンクを開いていないときも、件名を添えてお知らせください。
                """,
            TitleEn = "If somebody opened a suspicious email",
            TextEn = """
                1. Disconnect the computer from the network. Do not switch it off
                2. Note subject, sender and the time at which the email was opened
                3. Call the emergency line, which is open 24 hours

                Tell us also if neither attachment nor link was opened.
                """,
        },
    ];

    public static IReadOnlyList<DemoArticle> Reports { get; } =
    [
        new("monthly-report", 28, 167)
        {
            TitleJa = "月次レポートの見方",
            Reading = "ゲツジレポートノミカタ",
            TextJa = """
                月次レポートは、毎月5営業日までにケースでお届けします。

                ## 主な項目

                - 検知件数の推移
                - 重要度ごとの対応の状況
                - 対応の要否：「要」のアラートは、お客さまの確認が必要です
                """,
            TitleEn = "How to read the monthly report",
            TextEn = """
                The monthly report is delivered as a case by the fifth business day.

                ## What it tells

                - how many detections there were
                - what was done, by level
                - whether something has to be done: those marked “yes” wait for you
                """,
        },
        new("new-monthly-report", 2, 0)
        {
            From = 14,
            TitleJa = "月次レポートの新しい形式",
            Reading = "ゲツジレポートノアタラシイケイシキ",
            TextJa = """
                次の月次レポートから、形式が変わります。

                - 最初のページに、1か月のまとめを載せます
                - 対応が必要なアラートは、期限の順に並べます
                """,
            TitleEn = "The new format of the monthly report",
            TextEn = """
                The format changes with the next monthly report.

                - The first page sums up the month
                - Alerts that you must act on are in the order of their due dates
                """,
        },
        new("report-columns", 27, 58)
        {
            TitleJa = "月次レポートの項目一覧",
            Reading = "ゲツジレポートノコウモクイチラン",
            TextJa = "月次レポートの列の名前と意味の一覧です。",
            TitleEn = "Columns of the monthly report",
            TextEn = "A list of the columns of the monthly report and what they mean.",
            File = ("月次レポート項目一覧.csv", "列,意味\r\n検知日時,検知した日時（日本時間）\r\n重要度,緊急・高・中・情報\r\n対応の要否,要・不要\r\n"),
            IsFile = true,
        },
    ];

    public static IReadOnlyList<DemoArticle> Contracts { get; } =
    [
        new("change-of-contract", 110, 39)
        {
            TitleJa = "契約内容の変更を申し込む",
            Reading = "ケイヤクナイヨウノヘンコウヲモウシコム",
            TextJa = "監視対象の追加やプランの変更は、お問い合わせの「その他」からお申し込みください。担当者が見積もりをお送りします。",
            TitleEn = "Apply for a change of the contract",
            TextEn = "To add targets or to change the plan, send an inquiry with the category “Other”. We will send you a quotation.",
        },
        new("support-hours", 200, 92)
        {
            TitleJa = "サポート窓口の受付時間",
            Reading = "サポートマドグチノウケツケジカン",
            TextJa = """
                - 障害と緊急のアラート：24時間
                - 仕様や使い方のご質問：平日9時から17時まで
                """,
            TitleEn = "Hours of support",
            TextEn = """
                - Faults and critical alerts: 24 hours
                - Questions on specification and use: 9:00 to 17:00 on working days
                """,
        },
        new("from-the-former-portal", 130, 64)
        {
            Until = -10,
            TitleJa = "以前のポータルからデータを移す",
            Reading = "イゼンノポータルカラデータヲウツス",
            TextJa = """
                以前のポータルのレポートは、切り替えの後も4か月の間、ダウンロードできます。

                必要なレポートを保存してください。期間が過ぎたレポートは、お問い合わせいただいてもお渡しできません。
                """,
            TitleEn = "Take your data from the former portal",
            TextEn = """
                Reports of the former portal can be downloaded for four months after the change.

                Save those that you need: after that time we cannot give them to you, either.
                """,
        },
        new("security-checklist", 15, 71)
        {
            TitleJa = "セキュリティ点検シート",
            Reading = "セキュリティテンケンシート",
            TextJa = "社内の点検に使えるチェックシートです。",
            TitleEn = "Security checklist",
            TextEn = "A checklist for your own inspection.",
            File = ("セキュリティ点検シート.csv", "番号,点検項目,結果\r\n1,管理者のパスワードを変更した,\r\n2,使わないアカウントを無効にした,\r\n3,バックアップから復元できる,\r\n"),
            IsFile = true,
        },
        new("price-revision", 3, 0)
        {
            TitleJa = "料金改定の社内向け説明資料",
            Reading = "リョウキンカイテイノシャナイムケセツメイシリョウ",
            TextJa = "公開する前の資料です。どのお客さまにも公開していません。",
            IsHidden = true,
        },
    ];
}
