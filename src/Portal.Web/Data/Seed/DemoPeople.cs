namespace Portal.Web.Data.Seed;

/// <param name="Latin">As in an e-mail address.</param>
internal sealed record DemoPerson(string FamilyName, string GivenName, string FamilyNameKana, string GivenNameKana, string Latin);

/// <summary>Made-up people with plausible names: the same number is the same person.</summary>
internal static class DemoPeople
{
    private static readonly string[][] Families =
    [
        ["佐藤", "サトウ", "sato"], ["鈴木", "スズキ", "suzuki"], ["高橋", "タカハシ", "takahashi"], ["田中", "タナカ", "tanaka"], ["伊藤", "イトウ", "ito"],
        ["渡辺", "ワタナベ", "watanabe"], ["山本", "ヤマモト", "yamamoto"], ["中村", "ナカムラ", "nakamura"], ["小林", "コバヤシ", "kobayashi"],
            ["加藤", "カトウ", "kato"],
        ["吉田", "ヨシダ", "yoshida"], ["山田", "ヤマダ", "yamada"], ["佐々木", "ササキ", "sasaki"], ["山口", "ヤマグチ", "yamaguchi"],
            ["松本", "マツモト", "matsumoto"],
        ["井上", "イノウエ", "inoue"], ["木村", "キムラ", "kimura"], ["林", "ハヤシ", "hayashi"], ["斎藤", "サイトウ", "saito"], ["清水", "シミズ", "shimizu"],
        ["山﨑", "ヤマザキ", "yamazaki"], ["森", "モリ", "mori"], ["池田", "イケダ", "ikeda"], ["橋本", "ハシモト", "hashimoto"], ["阿部", "アベ", "abe"],
        ["石川", "イシカワ", "ishikawa"], ["前田", "マエダ", "maeda"], ["藤田", "フジタ", "fujita"], ["小川", "オガワ", "ogawa"], ["岡田", "オカダ", "okada"],
        ["後藤", "ゴトウ", "goto"], ["長谷川", "ハセガワ", "hasegawa"], ["村上", "ムラカミ", "murakami"], ["近藤", "コンドウ", "kondo"], ["石井", "イシイ", "ishii"],
        ["坂本", "サカモト", "sakamoto"], ["遠藤", "エンドウ", "endo"], ["青木", "アオキ", "aoki"], ["藤井", "フジイ", "fujii"], ["髙木", "タカギ", "takagi"],
    ];

    private static readonly string[][] Givens =
    [
        ["太郎", "タロウ", "taro"], ["花子", "ハナコ", "hanako"], ["次郎", "ジロウ", "jiro"], ["健一", "ケンイチ", "kenichi"], ["美咲", "ミサキ", "misaki"],
        ["翔太", "ショウタ", "shota"], ["陽子", "ヨウコ", "yoko"], ["大輔", "ダイスケ", "daisuke"], ["真由美", "マユミ", "mayumi"], ["直樹", "ナオキ", "naoki"],
        ["由美子", "ユミコ", "yumiko"], ["拓也", "タクヤ", "takuya"], ["恵", "メグミ", "megumi"], ["誠", "マコト", "makoto"], ["香織", "カオリ", "kaori"],
        ["亮", "リョウ", "ryo"], ["智子", "トモコ", "tomoko"], ["浩二", "コウジ", "koji"], ["優子", "ユウコ", "yuko"], ["隆", "タカシ", "takashi"],
        ["彩", "アヤ", "aya"], ["修", "オサム", "osamu"], ["裕子", "ヒロコ", "hiroko"], ["和也", "カズヤ", "kazuya"], ["千尋", "チヒロ", "chihiro"],
        ["剛", "ツヨシ", "tsuyoshi"], ["愛", "アイ", "ai"], ["哲也", "テツヤ", "tetsuya"], ["麻衣", "マイ", "mai"], ["勇気", "ユウキ", "yuki"],
    ];

    /// <summary>40 and 30 names walked with different strides: no name comes twice before the 120th.</summary>
    public static DemoPerson Number(int number) => Of(Families[number % Families.Length], Givens[((number * 7) + 3) % Givens.Length]);

    /// <param name="family">In Latin letters, as is <paramref name="given"/>.</param>
    public static DemoPerson Named(string family, string given) => Of(Find(Families, family), Find(Givens, given));

    private static string[] Find(string[][] names, string latin) => names.First(name => name[2] == latin);

    private static DemoPerson Of(string[] family, string[] given) =>
        new(family[0], given[0], family[1], given[1], $"{given[2]}.{family[2]}");
}
