namespace Portal.Web.Features.Shared.Knowledge;

/// <summary>Words about articles that several features share.</summary>
public sealed class KnowledgeSharedText;
