using Portal.Rules.Text;

namespace Portal.Rules.Imports;

/// <summary>The columns of the two files and the headings that are understood, in Japanese and English.</summary>
public static class ImportColumns
{
    private static readonly Dictionary<ImportColumn, string[]> Names = new()
    {
        [ImportColumn.Holder] = ["契約者名", "契約者", "お客さま名", "Holder", "Customer", "Customer name"],
        [ImportColumn.HolderKana] = ["契約者名（フリガナ）", "契約者フリガナ", "Holder (kana)"],
        [ImportColumn.Contract] = ["契約番号", "お客さま番号", "Contract", "Contract number"],
        [ImportColumn.Service] = ["サービス", "サービス名", "Service"],
        [ImportColumn.StartsOn] = ["契約開始日", "開始日", "Starts on", "Start date"],
        [ImportColumn.AccountLimit] = ["ID数の上限", "ID上限", "Account limit"],
        [ImportColumn.Line] = ["回線番号", "Line", "Line number"],
        [ImportColumn.LineName] = ["回線名", "Line name"],
        [ImportColumn.LineLocation] = ["設置場所", "Location", "Line location"],
        [ImportColumn.LoginId] = ["ログインID", "ID", "利用者ID", "Login ID", "User ID"],
        [ImportColumn.Email] = ["メールアドレス", "メール", "Email", "Email address", "E-mail"],
        [ImportColumn.FamilyName] = ["姓", "氏名", "名前", "Family name", "Last name", "Name"],
        [ImportColumn.GivenName] = ["名", "Given name", "First name"],
        [ImportColumn.FamilyNameKana] = ["姓（フリガナ）", "セイ", "フリガナ", "Family name (kana)"],
        [ImportColumn.GivenNameKana] = ["名（フリガナ）", "メイ", "Given name (kana)"],
        [ImportColumn.Manager] = ["管理者", "Manager"],
        [ImportColumn.Language] = ["言語", "Language"],
        [ImportColumn.MustChange] = ["パスワード変更が必要", "要パスワード変更", "Must change password", "Must change"],
        [ImportColumn.PasswordHash] = ["パスワードハッシュ", "Password hash", "Hash"],
    };

    private static readonly ImportColumn[] OfContracts =
    [
        ImportColumn.Holder, ImportColumn.HolderKana, ImportColumn.Contract, ImportColumn.Service, ImportColumn.StartsOn,
        ImportColumn.AccountLimit, ImportColumn.Line, ImportColumn.LineName, ImportColumn.LineLocation,
    ];

    private static readonly ImportColumn[] OfUsers =
    [
        ImportColumn.Contract, ImportColumn.LoginId, ImportColumn.Email, ImportColumn.FamilyName, ImportColumn.GivenName,
        ImportColumn.FamilyNameKana, ImportColumn.GivenNameKana, ImportColumn.Manager, ImportColumn.Language,
        ImportColumn.MustChange, ImportColumn.PasswordHash,
    ];

    private static readonly ImportColumn[] Needed =
        [ImportColumn.Holder, ImportColumn.Contract, ImportColumn.Service, ImportColumn.StartsOn, ImportColumn.LoginId];

    /// <summary>The columns a file of the kind may have, in the order of its template.</summary>
    /// <param name="kind">What the file is about.</param>
    public static IReadOnlyList<ImportColumn> Of(ImportKind kind) => kind == ImportKind.Contracts ? OfContracts : OfUsers;

    /// <summary>Whether a file without it is refused.</summary>
    /// <param name="column">One of the kind's.</param>
    public static bool IsNeeded(ImportColumn column) => Needed.Contains(column);

    /// <summary>The heading in the template.</summary>
    /// <param name="column">Any but none.</param>
    /// <param name="japanese">Else in English.</param>
    public static string Heading(ImportColumn column, bool japanese) =>
        Names[column].First(name => japanese != name.All(char.IsAscii));

    /// <summary>How many headings are understood: that tells how the cells of a text are separated.</summary>
    /// <param name="kind">What the file is about.</param>
    /// <param name="headings">The first row of the file.</param>
    public static int Known(ImportKind kind, IReadOnlyList<string> headings) =>
        headings.Count(heading => Recognise(kind, heading) != ImportColumn.None);

    /// <summary>Which column a heading means; none where it means none.</summary>
    /// <param name="kind">What the file is about.</param>
    /// <param name="heading">As it stands in the file.</param>
    public static ImportColumn Recognise(ImportKind kind, string heading)
    {
        var key = CanonicalText.SearchKey(heading);
        return key.Length == 0
            ? ImportColumn.None
            : Of(kind).FirstOrDefault(column => Names[column].Any(name => CanonicalText.SearchKey(name) == key));
    }
}
