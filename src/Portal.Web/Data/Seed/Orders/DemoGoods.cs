using Portal.Web.Data.Entities;

namespace Portal.Web.Data.Seed.Orders;

/// <param name="Monthly">Yen without tax, today.</param>
/// <param name="Before">What it cost until a while ago; null where that is the same.</param>
/// <param name="Later">What it will cost; null where nothing is planned.</param>
/// <param name="IsOffered">Not what was taken out of the catalogue.</param>
internal sealed record DemoGood(string Code, ItemCategory Category, string Name, string NameEn, string Text, string TextEn, string Picture,
    long Monthly, long? Before = null, int Minimum = 0, ItemStock Stock = ItemStock.Available, TaxClass Tax = TaxClass.Standard,
    long? Later = null, bool IsOffered = true);

/// <summary>What the rental service of the demonstration rents out.</summary>
internal static class DemoGoods
{
    public static IReadOnlyList<DemoGood> All { get; } = [.. Machines(), .. Rooms(), .. Events(), .. Gone()];

    private static IEnumerable<DemoGood> Machines()
    {
        yield return new("PC-100", ItemCategory.Computers, "ノートパソコン（標準）", "Laptop, standard",
            "14型。文書作成とオンライン会議に向いています。初期設定を済ませてお届けします。",
            "14 inch, for documents and online meetings. Set up before it is delivered.", "laptop", 4_800, 5_200, Minimum: 3);
        yield return new("PC-200", ItemCategory.Computers, "ノートパソコン（高性能）", "Laptop, high performance", "16型。動画の編集や設計に使えます。",
            "16 inch, for video editing and design.", "laptop", 9_800, Minimum: 6, Stock: ItemStock.OnRequest, Later: 9_300);
        yield return new("PC-300", ItemCategory.Computers, "デスクトップパソコン", "Desktop computer", "ディスプレイ、キーボード、マウス付きです。",
            "With display, keyboard and mouse.", "desktop", 5_500, Minimum: 6);
        yield return new("TB-100", ItemCategory.Computers, "タブレット 11型", "Tablet, 11 inch", "受付や展示の案内に使えます。",
            "For receptions and exhibitions.", "tablet", 2_980);
        yield return new("DP-270", ItemCategory.Displays, "ディスプレイ 27型", "Display, 27 inch", "4K対応。高さを調整できます。",
            "4K, adjustable in height.", "display", 1_980, 1_800);
        yield return new("PJ-400", ItemCategory.Displays, "プロジェクター", "Projector", "4,000ルーメン。明るい部屋でも見やすく映ります。",
            "4,000 lumens, clear even in bright rooms.", "projector", 7_400);
        yield return new("SC-100", ItemCategory.Displays, "スクリーン 100型", "Screen, 100 inch", "自立式。1人で組み立てられます。",
            "Stands by itself; one person sets it up.", "screen", 2_400);
        yield return new("CM-100", ItemCategory.Displays, "Web会議用カメラ", "Conference camera", "広角レンズとマイクを備えています。",
            "Wide angle, with microphone.", "camera", 1_450);
        yield return new("RT-050", ItemCategory.Network, "モバイルルーター", "Mobile router", "5G対応。通信量は月100GBまでです。",
            "5G, up to 100 GB a month.", "router", 3_300, Minimum: 1);
        yield return new("SP-100", ItemCategory.Network, "スマートフォン", "Smartphone", "業務用の設定を済ませてお届けします。",
            "Set up for business before it is delivered.", "phone", 3_650, Minimum: 12, Stock: ItemStock.OnRequest);
        yield return new("PR-100", ItemCategory.Network, "複合機 A3", "Multifunction printer, A3", "印刷、コピー、スキャンに使えます。設置費を含みます。",
            "Prints, copies, scans. Installation included.", "printer", 12_800, Minimum: 12);
    }

    /// <summary>Rented once, and no longer.</summary>
    private static IEnumerable<DemoGood> Gone()
    {
        yield return new("PJ-300", ItemCategory.Displays, "プロジェクター（旧型）", "Projector, former model", "3,000ルーメン。取り扱いを終了しました。",
            "3,000 lumens. No longer offered.", "projector", 5_200, IsOffered: false);
    }

    private static IEnumerable<DemoGood> Rooms()
    {
        yield return new("DK-140", ItemCategory.Furniture, "ワークデスク 幅140cm", "Desk, 140 cm", "引き出し付きです。", "With drawers.",
            "desk", 1_200, 1_100);
        yield return new("CH-010", ItemCategory.Furniture, "オフィスチェア", "Office chair", "座面の高さと背もたれを調整できます。",
            "Adjustable seat and back.", "chair", 780);
        yield return new("PT-180", ItemCategory.Furniture, "パーティション", "Partition", "高さ180cm、2枚組です。",
            "180 cm high, a set of two.", "partition", 650);
        yield return new("WB-180", ItemCategory.Furniture, "ホワイトボード", "Whiteboard", "幅180cm。両面に書けます。",
            "180 cm wide, both sides.", "whiteboard", 1_350);
    }

    private static IEnumerable<DemoGood> Events()
    {
        yield return new("TN-360", ItemCategory.Events, "イベントテント", "Event tent", "3.6m×5.4m。横幕とおもり付きです。",
            "3.6 × 5.4 m, with side walls and weights.", "tent", 8_600, Stock: ItemStock.OnRequest);
        yield return new("MC-020", ItemCategory.Events, "ワイヤレスマイク 2本組", "Wireless microphones, set of two", "受信機を含みます。",
            "Receiver included.", "microphone", 3_999);
        yield return new("SK-100", ItemCategory.Events, "スピーカーセット", "Speaker set", "200人までの会場に向いています。",
            "For up to 200 people.", "speaker", 5_999);
        yield return new("RB-180", ItemCategory.Events, "丸テーブル", "Round table", "直径180cm。8人掛けです。",
            "180 cm across, seats eight.", "table", 1_777);
        yield return new("WS-010", ItemCategory.Supplies, "ウォーターサーバー", "Water dispenser", "冷水と温水が出ます。水は別にお申し込みください。",
            "Cold and hot. Water is ordered separately.", "water", 1_100, Minimum: 12);
        yield return new("WT-012", ItemCategory.Supplies, "天然水 12Lボトル（月4本）", "Spring water, 12 l (4 bottles a month)",
            "飲料のため、軽減税率の対象です。", "A drink, taxed at the reduced rate.", "water", 5_433, Tax: TaxClass.Reduced);
        yield return new("CF-010", ItemCategory.Supplies, "コーヒーマシン", "Coffee machine", "豆から抽出します。毎月1回の清掃を含みます。",
            "From beans, cleaned once a month.", "coffee", 2_750, Minimum: 6);
    }
}
