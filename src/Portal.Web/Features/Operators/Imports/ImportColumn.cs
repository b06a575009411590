namespace Portal.Web.Features.Operators.Imports;

/// <summary>A column of a file to be imported.</summary>
/// <param name="Key">Names the text of its heading and the field it fills.</param>
/// <param name="Field">The field of the profile it belongs to; null = always there.</param>
/// <param name="Names">Headings that are understood beside the one of the template, in both languages.</param>
public sealed record ImportColumn(string Key, string? Field, bool Needed, IReadOnlyList<string> Names)
{
    public const string LoginId = "LoginId";

    public static readonly IReadOnlyList<ImportColumn> All =
    [
        new(LoginId, null, true, ["ID", "ログインID", "Login ID", "User ID"]),
        new("FamilyName", "name", true, ["姓", "名字", "Family name", "Last name"]),
        new("GivenName", "name", false, ["名", "Given name", "First name"]),
        new("FamilyNameKana", "kana", false, ["姓（フリガナ）", "セイ", "Family name (kana)"]),
        new("GivenNameKana", "kana", false, ["名（フリガナ）", "メイ", "Given name (kana)"]),
        new("Department", "department", false, ["部署", "部署名", "Department"]),
        new("Phone", "phone", false, ["電話番号", "電話", "Phone", "Phone number"]),
        new("Email", "email", false, ["メールアドレス", "メール", "Email", "Email address", "E-mail"]),
        new("Keyword", "keyword", false, ["キーワード", "Keyword"]),
        new("ValidUntil", "validUntil", false, ["有効期限", "Valid until"]),
    ];
}
