using Portal.Web.Tenancy.Profiles;

namespace Portal.Web.Data.Seed;

/// <param name="Door">Key of the door it signs in at.</param>
/// <param name="Second">The second identifying field, where the door has one.</param>
/// <param name="Password">Null where the account has none yet.</param>
public sealed record DemoAccount(string Tenant, string Door, string LoginId, string? Second, string? Password, LocalText Who)
{
    /// <summary>The secret of its authenticator app, in base32; null where it has none.</summary>
    public string? AppSecret { get; init; }

    public string SignInWith => Second is null ? LoginId : $"{LoginId} + {Second}";
}

/// <summary>
/// The demonstration accounts that documents, sign-in pages and checks rely on. They exist in demonstration mode only,
/// so that their passwords are no secret.
/// </summary>
public static class DemoAccounts
{
    public const string ControlPassword = "Demo1234pass";
    public const string OfficePhonePassword = "Demo1234pass";
    public const string HomePhonePassword = "Denwa2468x";
    public const string RentalPassword = "Rental2468x";
    public const string SecurityPassword = "Security-2468-demo";
    public const string StaffPassword = "Staff-2468-demo!";

    /// <summary>Of the authenticator apps in the demonstration, in base32; anybody can set an app up with it.</summary>
    public const string AppSecret = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP";

    public static IReadOnlyList<DemoAccount> All { get; } =
    [
        .. Control(), .. OfficePhone(), .. HomePhone(), .. Rental(), .. Security(), .. Staff(),
    ];

    /// <summary>Those of one tenant, as its sign-in pages list them.</summary>
    public static IEnumerable<DemoAccount> Of(string tenant) => All.Where(account => account.Tenant == tenant);

    private static IEnumerable<DemoAccount> Control()
    {
        DemoAccount Row(string id, string ja, string en) => new("control", "operator", id, null, ControlPassword, new(ja, en));
        yield return Row("N0001001", "契約 C-100001 の親オペレータ（キーワード Keyword2468、メール parent@control.example.jp）",
            "Parent operator of contract C-100001 (keyword Keyword2468, email parent@control.example.jp)");
        yield return Row("N0001002", "その子オペレータ（キーワード Keyword1357、メール child@control.example.jp）",
            "Its child (keyword Keyword1357, email child@control.example.jp)");
        yield return Row("N0001003", "その子オペレータ：ロック中、キーワード未登録", "Its child: locked out, no keyword registered");
        yield return Row("N0001004", "その子オペレータ：無効", "Its child: disabled");
        yield return Row("N0001005", "その子オペレータ：パスワードの変更が必要", "Its child: must change the password");
        yield return Row("N0002001", "別の契約 C-100002 の親オペレータ", "Parent operator of another contract, C-100002");
    }

    private static IEnumerable<DemoAccount> OfficePhone()
    {
        DemoAccount Row(string door, string id, string ja, string en) =>
            new("officephone", door, id, null, OfficePhonePassword, new(ja, en));
        yield return Row("administrator", "A0500001", "契約 05011110000 の管理者ID（利用者は 05011110001 から 05011110005 まで）",
            "Administrator ID of contract 05011110000 (user IDs 05011110001 to 05011110005)");
        yield return Row("administrator", "A0500002", "契約 05022220000 の管理者ID", "Administrator ID of contract 05022220000");
        yield return Row("email", "manager@officephone.example.jp", "A0500001 と連携した管理者", "Manager linked to A0500001");
        yield return Row("email", "matome@reiji-kaikei.example.com", "さまざまな状態の管理者IDと連携した管理者（マスターID M0500001）",
            "Manager linked to administrator IDs in various states (master ID M0500001)");
        yield return Row("email", "ikou@officephone.example.jp", "メール移行規約への同意を求められる管理者",
            "Manager who is asked to agree to the email terms");
        yield return Row("user", "05011110001", "利用者（05011110002、05011110004、05011110005 も同じパスワード）",
            "User (05011110002, 05011110004 and 05011110005 have the same password)");
        yield return Row("user", "05011110003", "利用者：ロック中", "User: locked out");
    }

    private static IEnumerable<DemoAccount> HomePhone()
    {
        DemoAccount Row(string id, string ja, string en) => new("homephone", "phone", id, null, HomePhonePassword, new(ja, en));
        yield return Row("0612345678", "認証単位「回線」の主番号（追加番号 0612345679、0612345680）",
            "Main number of a line in unit “line” (additional numbers 0612345679, 0612345680)");
        yield return Row("0676543210", "認証単位「電話番号」の番号（0676543211 も同じ）", "A number in unit “number” (likewise 0676543211)");
        yield return Row("0698765432", "認証単位「管理者・ユーザ」のユーザの番号", "A user's number in unit “manager and users”");
        yield return Row("4000000001", "その契約の管理者（お客さま番号）", "The manager of that contract (customer number)");
        yield return Row("0611110000", "パスワードの変更から61日（認証単位「回線」）", "Password 61 days old (unit “line”)");
    }

    private static IEnumerable<DemoAccount> Rental()
    {
        DemoAccount Row(string id, string email, string ja, string en) => new("rental", "member", id, email, RentalPassword, new(ja, en));
        yield return Row("R100001", "taro@rental.example.jp", "利用者：ワンタイムパスワードは使わない", "User: one-time code off");
        yield return Row("R100001", "hanako@rental.example.jp", "同じログインIDの利用者：メールのワンタイムパスワードを使う",
            "Colleague on the same login ID: one-time code by email on");
        yield return Row("R100002", "saburo@rental.example.jp", "移行済み：パスワードの変更が必要", "Migrated: must change the password");
    }

    private static IEnumerable<DemoAccount> Security()
    {
        DemoAccount Row(string id, string? password, string ja, string en) => new("security", "user", id, null, password, new(ja, en));
        yield return Row("taro.yamada@example.jp.cs", SecurityPassword, "契約 N310000001 と N310000003 の契約管理者",
            "Contract administrator of N310000001 and N310000003");
        yield return Row("hanako.sato@example.jp.cs", SecurityPassword, "契約 N310000001 の利用者：認証アプリを登録済み",
            "Member of N310000001: authenticator app set up") with
        { AppSecret = AppSecret };
        yield return Row("jiro.suzuki@example.net.cs", SecurityPassword, "別の契約 N310000002 の契約管理者",
            "Contract administrator of another contract, N310000002");
        yield return Row("goro.ito@example.jp.cs", null, "N310000001 に招待済み：パスワードは未設定", "Invited to N310000001, no password yet");
    }

    private static IEnumerable<DemoAccount> Staff()
    {
        DemoAccount Row(string id, string ja, string en) =>
            new(TenantProfile.StaffSlug, "staff", id, null, StaffPassword, new(ja, en)) { AppSecret = AppSecret };
        yield return Row("agent@portal.example.jp", "回線コントロールとセキュリティサービスの担当者", "Agent of Line Control and Security Service");
        yield return Row("tenantadmin@portal.example.jp", "回線コントロールとセキュリティサービスのサイト管理者",
            "Tenant administrator of Line Control and Security Service");
        yield return Row("admin@portal.example.jp", "システム管理者", "System administrator");
    }
}
