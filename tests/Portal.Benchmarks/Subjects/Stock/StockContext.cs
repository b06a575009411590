using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;

namespace Portal.Benchmarks.Subjects.Stock;

internal sealed class StockContext(DbContextOptions<StockContext> options) : IdentityDbContext<IdentityUser>(options)
{
    public DbSet<Ticket> Tickets => Set<Ticket>();

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.Entity<Ticket>().HasIndex(ticket => ticket.Number).IsUnique();
    }
}

public enum TicketState
{
    Open,
    Working,
    Waiting,
    Closed,
}

/// <summary>As many columns as Portal's list shows.</summary>
public sealed class Ticket
{
    public int Id { get; set; }

    public required string Number { get; set; }

    public required string Subject { get; set; }

    public required string Department { get; set; }

    public required string Email { get; set; }

    public TicketState State { get; set; }

    public DateTimeOffset UpdatedAt { get; set; }

    public DateOnly? DueOn { get; set; }

    public string? OwnerId { get; set; }

    public IdentityUser? Owner { get; set; }
}
