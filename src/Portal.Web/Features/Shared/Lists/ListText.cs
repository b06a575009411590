namespace Portal.Web.Features.Shared.Lists;

/// <summary>Texts that all lists share.</summary>
public sealed class ListText;
