namespace Portal.Web.Features.Admin.Contracts.Letters;

/// <summary>Words of start letters, in the language of their holder.</summary>
public sealed class LetterText;
