using Portal.Rules.Text;

namespace Portal.Rules.Imports;

/// <summary>The columns of the files and the headings that are understood, in Japanese and English.</summary>
public static class ImportColumns
{
    private static readonly Dictionary<MoveInColumn, string[]> Names = new()
    {
        [MoveInColumn.Holder] = ["契約者名", "契約者", "お客さま名", "Holder", "Customer", "Customer name"],
        [MoveInColumn.HolderKana] = ["契約者名（フリガナ）", "契約者フリガナ", "Holder (kana)"],
        [MoveInColumn.Contract] = ["契約番号", "契約", "お客さま番号", "Contract number", "Contract"],
        [MoveInColumn.Service] = ["サービス", "サービス名", "Service"],
        [MoveInColumn.StartsOn] = ["契約開始日", "開始日", "Starts on", "Start date"],
        [MoveInColumn.AccountLimit] = ["ID数の上限", "ID上限", "Account limit"],
        [MoveInColumn.Line] = ["回線番号", "Line", "Line number"],
        [MoveInColumn.LineName] = ["回線名", "Line name"],
        [MoveInColumn.LineLocation] = ["設置場所", "Location", "Line location"],
        [MoveInColumn.LoginId] = ["ログインID", "ID", "利用者ID", "Login ID", "User ID"],
        [MoveInColumn.Email] = ["メールアドレス", "メール", "Email", "Email address", "E-mail"],
        [MoveInColumn.FamilyName] = ["姓", "氏名", "名前", "Family name", "Last name", "Name"],
        [MoveInColumn.GivenName] = ["名", "Given name", "First name"],
        [MoveInColumn.FamilyNameKana] = ["姓（フリガナ）", "セイ", "フリガナ", "Family name (kana)"],
        [MoveInColumn.GivenNameKana] = ["名（フリガナ）", "メイ", "Given name (kana)"],
        [MoveInColumn.Manager] = ["管理者", "Manager"],
        [MoveInColumn.Language] = ["言語", "Language"],
        [MoveInColumn.MustChange] = ["パスワード変更が必要", "要パスワード変更", "Must change password", "Must change"],
        [MoveInColumn.PasswordHash] = ["パスワードハッシュ", "Password hash", "Hash"],
        [MoveInColumn.Category] = ["種類", "分類", "カテゴリ", "Category", "Kind"],
        [MoveInColumn.Priority] = ["優先度", "Priority"],
        [MoveInColumn.Subject] = ["件名", "Subject"],
        [MoveInColumn.Text] = ["内容", "本文", "Text"],
        [MoveInColumn.FileName] = ["ファイル名", "ファイル", "File name", "File"],
    };

    private static readonly MoveInColumn[] OfContracts =
    [
        MoveInColumn.Holder, MoveInColumn.HolderKana, MoveInColumn.Contract, MoveInColumn.Service, MoveInColumn.StartsOn,
        MoveInColumn.AccountLimit, MoveInColumn.Line, MoveInColumn.LineName, MoveInColumn.LineLocation,
    ];

    private static readonly MoveInColumn[] OfUsers =
    [
        MoveInColumn.Contract, MoveInColumn.LoginId, MoveInColumn.Email, MoveInColumn.FamilyName, MoveInColumn.GivenName,
        MoveInColumn.FamilyNameKana, MoveInColumn.GivenNameKana, MoveInColumn.Manager, MoveInColumn.Language,
        MoveInColumn.MustChange, MoveInColumn.PasswordHash,
    ];

    private static readonly MoveInColumn[] OfCases =
    [
        MoveInColumn.Contract, MoveInColumn.Category, MoveInColumn.Priority, MoveInColumn.Subject, MoveInColumn.Text,
        MoveInColumn.FileName,
    ];

    private static readonly MoveInColumn[] Needed =
    [
        MoveInColumn.Holder, MoveInColumn.Contract, MoveInColumn.Service, MoveInColumn.StartsOn, MoveInColumn.LoginId,
        MoveInColumn.Category, MoveInColumn.Subject, MoveInColumn.Text,
    ];

    /// <summary>The columns a file of the kind may have, in the order of its template.</summary>
    /// <param name="kind">What the file is about.</param>
    public static IReadOnlyList<MoveInColumn> Of(ImportKind kind) => kind switch
    {
        ImportKind.Contracts => OfContracts,
        ImportKind.Users => OfUsers,
        _ => OfCases,
    };

    /// <summary>Whether a file without it is refused.</summary>
    /// <param name="column">One of the kind's.</param>
    public static bool IsNeeded(MoveInColumn column) => Needed.Contains(column);

    /// <summary>The heading in the template.</summary>
    /// <param name="column">Any but none.</param>
    /// <param name="japanese">Else in English.</param>
    public static string Heading(MoveInColumn column, bool japanese) =>
        Names[column].First(name => japanese != name.All(char.IsAscii));

    /// <summary>Which column a heading means in every file; none where it means none.</summary>
    /// <param name="kind">What the file is about.</param>
    /// <param name="heading">As it stands in the file.</param>
    public static MoveInColumn Recognise(ImportKind kind, string heading)
    {
        var key = CanonicalText.SearchKey(heading);
        return key.Length == 0
            ? MoveInColumn.None
            : Of(kind).FirstOrDefault(column => Names[column].Any(name => CanonicalText.SearchKey(name) == key));
    }
}
