namespace Portal.Web.Features.OwnAccount.EmailChange;

/// <summary>Names the texts beside it.</summary>
public sealed class EmailChangesText;
