namespace Portal.Web.Features.Admin.Contracts.Letters;

/// <summary>The last parts of a letter's addresses, below the contract's.</summary>
public static class LetterPaths
{
    public const string Letter = "letter";

    /// <summary>With the password, once.</summary>
    public const string Issued = "letter/issued";

    public const string Pdf = "letter/pdf";

    /// <summary>Another first password.</summary>
    public const string Password = "letter/password";
}
