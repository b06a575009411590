namespace Portal.Web.Features.Admin.Contracts.Letters;

/// <summary>One line of a letter: what it is, and what it says.</summary>
public sealed record LetterFact(string Label, string Value);

/// <summary>
/// A start letter in the holder's language, ready to be shown or drawn: all words are in it, so that page and PDF say
/// the same (ADMIN-4).
/// </summary>
/// <param name="Address">Of the sign-in page, as it is typed and as the QR code says it.</param>
/// <param name="Recipient">The holder with its postal address, a line each.</param>
/// <param name="Password">Null where none is on the letter.</param>
/// <param name="Facts">Contract, service and what signs in.</param>
public sealed record StartLetter(string Language, string Title, string Portal, IReadOnlyList<string> Recipient, string Date, string Lead,
    LetterFact Address, IReadOnlyList<LetterFact> Facts, LetterPassword? Password, IReadOnlyList<string> Steps, string Help,
    IReadOnlyList<LetterFact> Contacts, string QrLabel)
{
    // A record would write its password into logs and messages.
    public override string ToString() => nameof(StartLetter);
}

/// <param name="ValidUntil">Until when it works.</param>
/// <param name="Digits">How digits are told from letters.</param>
public sealed record LetterPassword(LetterFact Password, LetterFact ValidUntil, string Digits)
{
    public override string ToString() => nameof(LetterPassword);
}
