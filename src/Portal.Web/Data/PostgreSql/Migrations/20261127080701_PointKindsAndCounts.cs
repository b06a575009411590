using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Portal.Web.Data.PostgreSql.Migrations
{
    /// <inheritdoc />
    public partial class PointKindsAndCounts : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "EntryCount",
                table: "PointPeriods",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            // Ledgers of before are as long as they are now. The owner, too, sees through the wall only what it names.
            migrationBuilder.Sql("""
                DO $counts$
                BEGIN
                    PERFORM set_config('portal.tenants', coalesce((SELECT string_agg("Id"::text, ',') FROM "Tenants"), ''), true);
                    UPDATE "PointPeriods" AS period SET "EntryCount" = (SELECT count(*) FROM "PointEntries" AS entry
                        WHERE entry."TenantId" = period."TenantId" AND entry."PeriodId" = period."Id");
                    PERFORM set_config('portal.tenants', '', true);
                END
                $counts$;
                """);

            migrationBuilder.AddCheckConstraint(
                name: "CK_PointEntries_Kind",
                table: "PointEntries",
                sql: "\"Kind\" IN ('Grant', 'Reserve', 'Use', 'Return', 'Expire')");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropCheckConstraint(
                name: "CK_PointEntries_Kind",
                table: "PointEntries");

            migrationBuilder.DropColumn(
                name: "EntryCount",
                table: "PointPeriods");
        }
    }
}
