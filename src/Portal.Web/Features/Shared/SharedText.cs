namespace Portal.Web.Features.Shared;

/// <summary>Marks the texts of layouts and shared pages.</summary>
public sealed class SharedText;
