namespace Portal.Web.Features.EmailChanges;

/// <summary>Names the texts beside it.</summary>
public sealed class EmailChangesText;
