using Portal.Rules.Announcements;

namespace Portal.Web.Data.Seed.Announcements;

/// <summary>Announcements of tenant `control`: of every level, with a banner, to come and past.</summary>
internal static class ControlNotices
{
    /// <param name="contract">The one that the announcement for one contract is for.</param>
    public static IReadOnlyList<DemoNotice> Of(Guid contract) =>
    [
        new(AnnouncementLevel.Maintenance, 2, 14)
        {
            TitleJa = "大阪・名古屋間の幹線で計画工事を行います",
            TextJa = """
                次の時間帯に、大阪・名古屋間の幹線で計画工事を行います。

                - 日時：来週の水曜日 2時から4時まで
                - 影響：対象の回線で、数秒の瞬断が最大2回発生します
                - **お客さまの機器の操作は必要ありません**

                対象の回線は、「契約回線の一覧」でご確認ください。
                """,
            TitleEn = "Planned work on the trunk line between Osaka and Nagoya",
            TextEn = """
                We will carry out planned work on the trunk line between Osaka and Nagoya.

                - When: Wednesday of next week, 2:00 to 4:00 (JST)
                - Affected: lines on this route are interrupted twice at most, for a few seconds
                - **You do not have to touch your equipment**

                “Lines of the contract” shows which lines you have.
                """,
            HasBanner = true,
            Views = 41,
        },
        new(AnnouncementLevel.Incident, 4, 1)
        {
            TitleJa = "九州地区の一部の回線で発生した遅延は復旧しました",
            TextJa = """
                福岡県内の中継設備の故障により、九州地区の一部の回線で通信が遅くなっていましたが、予備の設備に切り替え、復旧しました。

                ご迷惑をおかけしましたことを、お詫びいたします。
                """,
            TitleEn = "Delays on some lines in Kyushu have been resolved",
            TextEn = """
                A fault in relay equipment in Fukuoka made some lines in Kyushu slow. They run over spare equipment now.

                We apologise for the inconvenience.
                """,
            Views = 29,
        },
        new(AnnouncementLevel.Information, 12, null)
        {
            TitleJa = "契約回線の一覧に帯域の列を追加しました",
            TextJa = "「契約回線の一覧」で、回線ごとの帯域を確認できるようになりました。",
            TitleEn = "The list of lines now shows bandwidths",
            TextEn = "“Lines of the contract” now has a column with the bandwidth of each line.",
            Views = 17,
        },
        new(AnnouncementLevel.Maintenance, 3, 25)
        {
            TitleJa = "回線終端装置の交換のお願い",
            TextJa = "ご契約の回線終端装置は、保守期間が終わりに近づいています。担当者から、交換の日程をご相談します。",
            ContractId = contract,
            Views = 6,
        },
        new(AnnouncementLevel.Maintenance, -6, 10)
        {
            TitleJa = "回線管理画面の定期メンテナンスを行います",
            TextJa = "再来週の日曜日 0時から3時まで、回線管理画面にログインできません。回線の通信には影響ありません。",
            TitleEn = "Regular maintenance of the line console",
            TextEn = "On Sunday of the week after next, 0:00 to 3:00 (JST), you cannot sign in. Your lines are not affected.",
        },
        new(AnnouncementLevel.Information, 45, -12)
        {
            TitleJa = "年末年始のサポート窓口の営業時間",
            TextJa = "年末年始も、故障の受け付けは24時間行います。契約についてのご質問への回答は、営業日になります。",
            Views = 63,
        },
        new(AnnouncementLevel.Information, 1, null)
        {
            TitleJa = "（下書き）新しい帯域メニューのご案内",
            TextJa = "提供を始める地域が決まりしだい追記します。",
            IsDraft = true,
        },
    ];
}
